package org.answerloop.subscription.application;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import org.answerloop.export.application.ReportHandouts;
import org.answerloop.export.model.PageState;
import org.answerloop.fixture.LocalPersistence;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.fixture.MovedClock;
import org.answerloop.report.application.Figures;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.answerloop.subscription.infrastructure.SmtpPostbox;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.MailState;
import org.answerloop.subscription.model.Recipient;
import org.answerloop.subscription.model.Rhythm;
import org.answerloop.subscription.model.Schedule;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.subscription.model.SubscriptionState;
import org.answerloop.wording.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A real mail server receives what is sent, from one server and from two at once, on both databases. */
class SendMailsTest {

    /** Half a minute before eight in Paris, on a Monday. */
    private static final Instant EARLY = Instant.parse("2026-11-23T06:59:30Z");

    private static final Schedule MONDAYS = new Schedule(Rhythm.WEEKLY, DayOfWeek.MONDAY, 1, 8);

    private final MovedClock clock = new MovedClock(EARLY);
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();
    private GreenMail mailServer;
    private Settings settings;
    private LocalPersistence persistence;
    private DataSource dataSource;

    @BeforeEach
    void startTheMailServer() {
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mailServer.start();
        Map<String, String> configured = Map.of(
                "answerloop.reporting.zone", "Europe/Paris",
                "answerloop.mail.host", "127.0.0.1",
                "answerloop.mail.port", String.valueOf(mailServer.getSmtp().getPort()),
                "answerloop.mail.security", "none",
                "answerloop.mail.from", "answerloop@example.org");
        settings = new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(Set.of());
    }

    @AfterEach
    void stop() {
        mailServer.stop();
        if (persistence != null) {
            persistence.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_servers_at_once_send_every_mail_once(MigratedDatabase database) throws Exception {
        begin(database, "two_servers");
        int subscriptions = 12;
        IntStream.range(0, subscriptions).forEach(i -> subscribe("person-" + i, Language.ENGLISH));
        clock.move(Duration.ofMinutes(1));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> done = servers.invokeAll(List.of(
                    () -> {
                        together.await();
                        server().run();
                        return 1;
                    },
                    () -> {
                        together.await();
                        server().run();
                        return 2;
                    }));
            for (Future<Integer> one : done) {
                one.get();
            }
        } finally {
            servers.shutdown();
        }
        assertThat(received()).hasSize(subscriptions);
        assertThat(Arrays.stream(received()).map(SendMailsTest::id)).doesNotHaveDuplicates();
        assertThat(mails()).allMatch(mail -> mail.state() == MailState.SENT && mail.attempts() == 1);
        server().run();
        assertThat(received()).hasSize(subscriptions);
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_comes_when_it_is_due_and_not_before(MigratedDatabase database) {
        begin(database, "due");
        subscribe("maya", Language.ENGLISH);
        server().run();
        assertThat(received()).isEmpty();
        clock.move(Duration.ofMinutes(1));
        server().run();
        server().run();
        assertThat(received()).hasSize(1);
        clock.move(Duration.ofDays(21));
        server().run();
        assertThat(received())
                .as("what fell due three times while no server ran is one mail")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_that_is_not_taken_is_tried_again_with_patience(MigratedDatabase database) {
        begin(database, "patience");
        subscribe("maya", Language.ENGLISH);
        int port = mailServer.getSmtp().getPort();
        mailServer.stop();
        clock.move(Duration.ofMinutes(1));
        server().run();
        SubscriptionMail failed = mails().get(0);
        assertThat(failed.failure()).contains(MailFailure.UNREACHABLE);
        assertThat(failed.failureDetail()).isPresent();
        assertThat(failed.nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));

        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        server().run();
        assertThat(received()).isEmpty();
        clock.move(Duration.ofMinutes(2));
        server().run();
        assertThat(received()).hasSize(1);
        assertThat(mails().get(0).state()).isEqualTo(MailState.SENT);
        assertThat(mails().get(0).failure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void after_enough_tries_it_is_given_up_and_the_next_one_comes(MigratedDatabase database) {
        begin(database, "given_up");
        subscribe("maya", Language.ENGLISH);
        int port = mailServer.getSmtp().getPort();
        mailServer.stop();
        clock.move(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            server().run();
            clock.move(Duration.ofHours(6));
        }
        assertThat(mails()).extracting(SubscriptionMail::state).containsExactly(MailState.GIVEN_UP);
        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        clock.move(Duration.ofDays(7));
        server().run();
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_dies_before_it_has_written_down_that_it_sent_leaves_a_mail_that_is_known_again(
            MigratedDatabase database) {
        begin(database, "dies");
        subscribe("maya", Language.ENGLISH);
        clock.move(Duration.ofMinutes(1));
        server(new QueueInTransactions(persistence, settings, clock) {
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
        server().run();
        assertThat(received())
                .as("another server waits until the lease is over")
                .hasSize(1);
        clock.move(Duration.ofMinutes(6));
        server().run();
        assertThat(received()).hasSize(2);
        assertThat(Arrays.stream(received()).map(SendMailsTest::id).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_may_not_have_it_gets_none(MigratedDatabase database) {
        begin(database, "dismissed");
        subscribe("maya", Language.ENGLISH);
        dismissed.add("maya");
        clock.move(Duration.ofMinutes(1));
        server().run();
        assertThat(received()).isEmpty();
        assertThat(states()).containsExactly(SubscriptionState.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void where_the_server_cannot_know_whoever_was_not_here_for_a_month_gets_none(MigratedDatabase database) {
        begin(database, "absent");
        subscribe("visitor-from-elsewhere", Language.ENGLISH);
        clock.move(Duration.ofDays(30));
        server().run();
        assertThat(received()).hasSize(1);
        clock.move(Duration.ofDays(7));
        server().run();
        assertThat(received()).hasSize(1);
        assertThat(states()).containsExactly(SubscriptionState.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void the_mail_holds_the_figures_and_the_page_in_the_language_of_the_person(MigratedDatabase database)
            throws MessagingException, IOException {
        begin(database, "language");
        subscribe("maya", Language.FRENCH);
        clock.move(Duration.ofMinutes(1));
        server().run();
        MimeMessage mail = received()[0];
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

    private void begin(MigratedDatabase database, String name) {
        dataSource = database.open(name);
        persistence = new LocalPersistence(dataSource);
    }

    private void subscribe(String person, Language language) {
        persistence.in(entityManager -> {
            entityManager.persist(new Subscription(
                    person,
                    new Recipient(person + "@example.org"),
                    language,
                    PageState.parse("period=weeks4&compare=previous"),
                    "https://answerloop.example/reporting",
                    MONDAYS,
                    clock.instant(),
                    settings.zone()));
            return null;
        });
    }

    private SendMails server() {
        return server(new QueueInTransactions(persistence, settings, clock));
    }

    private SendMails server(SubscriptionQueue queue) {
        Figures reports = new Figures(new ConversationReportSource(dataSource, settings), settings, clock);
        return new SendMails(
                queue,
                new WriteLetter(new ReportHandouts(reports, settings, clock), settings),
                new SmtpPostbox(settings, clock),
                person -> person.startsWith("visitor") ? Optional.empty() : Optional.of(!dismissed.contains(person)),
                settings,
                clock);
    }

    private MimeMessage[] received() {
        return mailServer.getReceivedMessages();
    }

    private List<SubscriptionMail> mails() {
        return persistence.in(entityManager -> entityManager
                .createQuery("select m from SubscriptionMail m order by m.id", SubscriptionMail.class)
                .getResultList());
    }

    private List<SubscriptionState> states() {
        return persistence.in(entityManager -> entityManager
                .createQuery("select s.state from Subscription s", SubscriptionState.class)
                .getResultList());
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
