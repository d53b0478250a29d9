package org.answerloop.subscription.application;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import org.answerloop.subscription.model.Recipient;
import org.answerloop.subscription.model.Rhythm;
import org.answerloop.subscription.model.Schedule;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.subscription.model.SubscriptionState;
import org.answerloop.wording.Language;

/** A mail server that takes what is sent, the subscriptions of people, and servers of the product that send. */
final class MailOffice implements AutoCloseable {

    /** Half a minute before eight in Paris, on a Monday. */
    private static final Instant EARLY = Instant.parse("2026-11-23T06:59:30Z");

    private static final Schedule MONDAYS = new Schedule(Rhythm.WEEKLY, DayOfWeek.MONDAY, 1, 8);

    private final MovedClock clock = new MovedClock(EARLY);
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();
    private final Settings settings;
    private final int port;
    private GreenMail mailServer;
    private LocalPersistence persistence;
    private DataSource dataSource;

    MailOffice() {
        mailServer = started(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        port = mailServer.getSmtp().getPort();
        Map<String, String> configured = Map.of(
                "answerloop.reporting.zone", "Europe/Paris",
                "answerloop.mail.host", "127.0.0.1",
                "answerloop.mail.port", String.valueOf(port),
                "answerloop.mail.security", "none",
                "answerloop.mail.from", "answerloop@example.org");
        settings = new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(Set.of());
    }

    private static GreenMail started(ServerSetup setup) {
        GreenMail mailServer = new GreenMail(setup);
        mailServer.start();
        return mailServer;
    }

    void closes() {
        mailServer.stop();
    }

    /** At the same address as before, and empty. */
    void opensAgain() {
        mailServer = started(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    public void close() {
        mailServer.stop();
        if (persistence != null) {
            persistence.close();
        }
    }

    MovedClock clock() {
        return clock;
    }

    /** Who may no longer have any. */
    Set<String> dismissed() {
        return dismissed;
    }

    Settings settings() {
        return settings;
    }

    LocalPersistence persistence() {
        return persistence;
    }

    void begin(MigratedDatabase database, String name) {
        dataSource = database.open(name);
        persistence = new LocalPersistence(dataSource);
    }

    void subscribe(String person, Language language) {
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

    SendMails server() {
        return server(new QueueInTransactions(persistence, settings, clock));
    }

    SendMails server(SubscriptionQueue queue) {
        Figures reports = new Figures(new ConversationReportSource(dataSource, settings), settings, clock);
        return new SendMails(
                queue,
                new WriteLetter(new ReportHandouts(reports, settings, clock), settings),
                new SmtpPostbox(settings, clock),
                person -> person.startsWith("visitor") ? Optional.empty() : Optional.of(!dismissed.contains(person)),
                settings,
                clock);
    }

    MimeMessage[] received() {
        return mailServer.getReceivedMessages();
    }

    List<SubscriptionMail> mails() {
        return persistence.in(entityManager -> entityManager
                .createQuery("select m from SubscriptionMail m order by m.id", SubscriptionMail.class)
                .getResultList());
    }

    List<SubscriptionState> states() {
        return persistence.in(entityManager -> entityManager
                .createQuery("select s.state from Subscription s", SubscriptionState.class)
                .getResultList());
    }

    static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
