package org.answerloop.settings;

import java.util.Optional;
import java.util.Set;

/**
 * The mail server of the company, by SMTP.
 *
 * @param from the address that mails come from
 * @param domains to which mails may go, in small letters; none for all
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<String> password,
        String from,
        Set<String> domains) {

    /** How the connection is kept private. */
    public enum Security {
        /** It is not: for a relay on the same machine. */
        NONE,
        /** It begins in the clear, and nothing is said before it is not any more. */
        STARTTLS,
        /** From its beginning. */
        TLS
    }
}
