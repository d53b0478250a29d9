package org.answerloop.subscription.infrastructure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.answerloop.settings.SettingsReader;
import org.answerloop.subscription.model.Letter;
import org.answerloop.subscription.model.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail arrives at a mail server with every letter that it was written with. */
class SmtpPostboxTest {

    private static final String TEXT = "é ß 漢 😀 ’ ; = <";
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void open() {
        mailServer.start();
    }

    @AfterEach
    void close() {
        mailServer.stop();
    }

    @Test
    void it_has_the_same_subject_text_and_file() throws Exception {
        byte[] file = {'%', 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n', '.'};
        String text = "Traitées : 1\u202f234 " + TEXT + "\n.\n" + ("From " + TEXT + " ").repeat(200) + "\nFin " + TEXT;

        postbox()
                .send(new Letter(
                        "answerloop-7",
                        new Recipient("maya@example.org"),
                        "Rapports " + TEXT,
                        "https://reports.example.org/reporting",
                        text,
                        "answerloop-reports.pdf",
                        file));

        assertThat(mailServer.waitForIncomingEmail(1)).isTrue();
        MimeMessage mail = mailServer.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Rapports " + TEXT);
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(text);
        assertThat(parts.getBodyPart(1).getInputStream()).hasBinaryContent(file);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(GreenMailUtil.getWholeMessage(mail)))
                .as("7 bits, which every mail server takes")
                .isTrue();
        assertThat(GreenMailUtil.getWholeMessage(mail).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    private SmtpPostbox postbox() {
        Map<String, String> configured = Map.of(
                "answerloop.mail.host", "127.0.0.1",
                "answerloop.mail.port", String.valueOf(mailServer.getSmtp().getPort()),
                "answerloop.mail.security", "none",
                "answerloop.mail.from", "answerloop@example.org");
        return new SmtpPostbox(
                new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(Set.of()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
