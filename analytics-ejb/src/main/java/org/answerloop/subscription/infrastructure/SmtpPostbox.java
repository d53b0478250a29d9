package org.answerloop.subscription.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.answerloop.settings.MailSettings;
import org.answerloop.settings.MailSettings.Security;
import org.answerloop.settings.Settings;
import org.answerloop.subscription.application.Postbox;
import org.answerloop.subscription.model.Letter;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.UndeliveredException;

/** Hands letters to the mail server of the company. */
@ApplicationScoped
public class SmtpPostbox implements Postbox {

    private static final String PATIENCE_MILLIS = "20000";

    private Settings settings;
    private Clock clock;

    /** For the proxy. */
    protected SmtpPostbox() {}

    @Inject
    public SmtpPostbox(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) throws UndeliveredException {
        MailSettings mail = settings.mail().orElseThrow();
        Session session = Session.getInstance(properties(mail));
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(letter, mail, session);
            transport.connect(
                    mail.host(),
                    mail.port(),
                    mail.user().orElse(null),
                    mail.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new UndeliveredException(failure(e), e);
        }
    }

    private MimeMessage message(Letter letter, MailSettings mail, Session session) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(session, letter.id() + "@" + host(letter.home()));
        message.setFrom(new InternetAddress(mail.from(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().address(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Unsubscribe", "<" + letter.home() + "/subscriptions.xhtml>");
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.file(), "application/pdf")));
        file.setFileName(letter.fileName());
        message.setContent(new MimeMultipart(text, file));
        message.saveChanges();
        return message;
    }

    private static Properties properties(MailSettings mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(mail.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(mail.security() == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(mail.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(mail.security() == Security.STARTTLS));
        return properties;
    }

    private static String host(String home) {
        return URI.create(home).getHost();
    }

    private static MailFailure failure(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return MailFailure.SIGN_IN;
        }
        if (e instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0) {
            return MailFailure.ADDRESS;
        }
        return e.getNextException() instanceof IOException ? MailFailure.UNREACHABLE : MailFailure.REFUSED;
    }

    /** Keeps the id that it is given, where the library would make a new one for every try. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
