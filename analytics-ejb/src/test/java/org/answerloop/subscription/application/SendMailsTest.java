package org.answerloop.subscription.application;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.MailState;
import org.answerloop.wording.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A real mail server receives what is sent, from one server and from two at once, on both databases. */
class SendMailsTest {

    private final MailOffice office = new MailOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void two_servers_at_once_send_every_mail_once(MigratedDatabase database) throws Exception {
        office.begin(database, "two_servers");
        int subscriptions = 12;
        IntStream.range(0, subscriptions).forEach(i -> office.subscribe("person-" + i, Language.ENGLISH));
        office.clock().move(Duration.ofMinutes(1));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> done = servers.invokeAll(List.of(
                    () -> {
                        together.await();
                        office.server().run();
                        return 1;
                    },
                    () -> {
                        together.await();
                        office.server().run();
                        return 2;
                    }));
            for (Future<Integer> one : done) {
                one.get();
            }
        } finally {
            servers.shutdown();
        }
        assertThat(office.received()).hasSize(subscriptions);
        assertThat(Arrays.stream(office.received()).map(MailOffice::id)).doesNotHaveDuplicates();
        assertThat(office.mails()).allMatch(mail -> mail.state() == MailState.SENT && mail.attempts() == 1);
        office.server().run();
        assertThat(office.received()).hasSize(subscriptions);
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_comes_when_it_is_due_and_not_before(MigratedDatabase database) {
        office.begin(database, "due");
        office.subscribe("maya", Language.ENGLISH);
        office.server().run();
        assertThat(office.received()).isEmpty();
        office.clock().move(Duration.ofMinutes(1));
        office.server().run();
        office.server().run();
        assertThat(office.received()).hasSize(1);
        office.clock().move(Duration.ofDays(21));
        office.server().run();
        assertThat(office.received())
                .as("what fell due three times while no server ran is one mail")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_dies_before_it_has_written_down_that_it_sent_leaves_a_mail_that_is_known_again(
            MigratedDatabase database) {
        office.begin(database, "dies");
        office.subscribe("maya", Language.ENGLISH);
        office.clock().move(Duration.ofMinutes(1));
        office.server(new QueueInTransactions(office.persistence(), office.settings(), office.clock()) {
                    @Override
                    public void sent(long mail, String owner) {
                        throw new IllegalStateException("This server dies here");
                    }

                    @Override
                    public void failed(long mail, String owner, MailFailure why, String detail) {
                        // It is dead.
                    }
                })
                .run();
        office.server().run();
        assertThat(office.received())
                .as("another server waits until the lease is over")
                .hasSize(1);
        office.clock().move(Duration.ofMinutes(6));
        office.server().run();
        assertThat(office.received()).hasSize(2);
        assertThat(Arrays.stream(office.received()).map(MailOffice::id).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_mail_holds_the_figures_and_the_page_in_the_language_of_the_person(MigratedDatabase database)
            throws MessagingException, IOException {
        office.begin(database, "language");
        office.subscribe("maya", Language.FRENCH);
        office.clock().move(Duration.ofMinutes(1));
        office.server().run();
        MimeMessage mail = office.received()[0];
        assertThat(mail.getSubject()).contains("rapports").contains("23 nov. 2026");
        assertThat(mail.getAllRecipients()[0]).hasToString("maya@example.org");
        assertThat(mail.getHeader("List-Unsubscribe", null)).contains("/reporting/subscriptions.xhtml");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("https://answerloop.example/reporting/index.xhtml?compare=previous&period=weeks4")
                .contains("Taux de déviation");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("answerloop-reports-2026-11-02-2026-11-23.pdf");
        try (PdfReader reader = new PdfReader(parts.getBodyPart(1).getInputStream())) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).contains("Rapports", "Impact cette semaine");
        }
    }
}
