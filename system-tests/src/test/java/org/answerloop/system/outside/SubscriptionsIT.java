package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.server.StoppablePostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Two servers, one database, one mail server, and a manager in front of a browser. */
@ExtendWith(InTheBrowser.class)
class SubscriptionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MAILS = 6;

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    private final Screens screens;

    SubscriptionsIT(Screens screens) {
        this.screens = screens;
    }

    @Test
    void two_servers_send_each_mail_once_and_none_to_whoever_may_not_have_it()
            throws MessagingException, IOException, SQLException {
        mailServer.start();
        try (StoppablePostgres postgres = StoppablePostgres.start(Path.of("target", "postgres-of-subscriptions"))) {
            ServerFolder one = folder("mails-one", postgres);
            ServerFolder two = folder("mails-two", postgres);
            try (AnswerloopServer first = AnswerloopServer.launch(one);
                    AnswerloopServer second = AnswerloopServer.launch(two)) {
                first.awaited();
                second.awaited();
                subscribe(first);
                assertThat(mailIsThere(1)).isTrue();
                read(mailServer.getReceivedMessages()[0]);
                for (int i = 1; i < MAILS; i++) {
                    sendNow(i % 2 == 0 ? first : second);
                }
                assertThat(mailIsThere(MAILS)).isTrue();

                dismiss(one);
                dismiss(two);
                execute(postgres, "update subscription set next_at = created_at");
                assertThat(Eventually.within(PATIENCE, () -> state(postgres).equals("LAPSED")))
                        .isTrue();
                MimeMessage[] received = mailServer.getReceivedMessages();
                assertThat(received).hasSize(MAILS);
                assertThat(Arrays.stream(received).map(SubscriptionsIT::id)).doesNotHaveDuplicates();
            }
        } finally {
            mailServer.stop();
        }
    }

    private void subscribe(AnswerloopServer server) {
        Visitor visitor = screens.visitor(server);
        Page page = visitor.signedInAs("maya").open("/reporting/subscriptions.xhtml?period=weeks4&compare=previous");
        page.fill("#to", "maya@example.org");
        page.selectOption("#rhythm", "MONTHLY");
        page.selectOption("#monthday", "28");
        page.selectOption("#hour", "7");
        page.click("main button.button-primary");
        assertThat(page.locator("main")).containsText("Subscribed.");
        assertThat(page.locator("tbody tr")).containsText("Last 4 weeks");
        assertThat(page.locator("tbody tr")).containsText("on day 28 of the month at 07:00");
        page.locator("button", new Page.LocatorOptions().setHasText("Send one now"))
                .click();
        assertThat(page.locator("main")).containsText("A mail is on its way.");
        visitor.photograph("subscriptions");
        assertThat(visitor.complaints()).isEmpty();
    }

    private void sendNow(AnswerloopServer server) {
        Page page = screens.visitor(server).signedInAs("maya").open("/reporting/subscriptions.xhtml");
        page.locator("button", new Page.LocatorOptions().setHasText("Send one now"))
                .click();
        assertThat(page.locator("main")).containsText("A mail is on its way.");
    }

    private void read(MimeMessage mail) throws MessagingException, IOException {
        assertThat(mail.getAllRecipients()[0]).hasToString("maya@example.org");
        assertThat(mail.getSubject()).startsWith("Answerloop: reports");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("/reporting/index.xhtml?compare=previous&period=weeks4", "/reporting/subscriptions.xhtml");
        assertThat(parts.getBodyPart(1).getFileName()).endsWith(".pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readNBytes(4)).isEqualTo(new byte[] {'%', 'P', 'D', 'F'});
    }

    private boolean mailIsThere(int count) {
        return Eventually.within(PATIENCE, () -> mailServer.getReceivedMessages().length >= count);
    }

    /** Takes the role away, as an administrator of the server does. */
    private static void dismiss(ServerFolder folder) {
        folder.edit("demo-users.xml", "<group name=\"manager\"><member name=\"maya\"/></group>", "");
    }

    private ServerFolder folder(String name, StoppablePostgres postgres) {
        Map<String, String> settings = new TreeMap<>(RunningServer.settings());
        settings.putAll(postgres.settings());
        settings.put("ANSWERLOOP_MAIL_HOST", "127.0.0.1");
        settings.put("ANSWERLOOP_MAIL_PORT", String.valueOf(mailServer.getSmtp().getPort()));
        settings.put("ANSWERLOOP_MAIL_SECURITY", "none");
        settings.put("ANSWERLOOP_MAIL_FROM", "answerloop@example.org");
        return ServerFolder.create(name, settings);
    }

    private static String state(StoppablePostgres postgres) {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select state from subscription")) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(StoppablePostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connect(StoppablePostgres postgres) throws SQLException {
        Map<String, String> settings = postgres.settings();
        return DriverManager.getConnection(
                settings.get("ANSWERLOOP_DB_URL"),
                settings.get("ANSWERLOOP_DB_USER"),
                settings.get("ANSWERLOOP_DB_PASSWORD"));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
