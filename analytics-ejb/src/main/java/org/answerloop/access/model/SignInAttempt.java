package org.answerloop.access.model;

import java.text.Normalizer;
import java.util.Locale;

import org.answerloop.access.model.GuessingPolicy.Counted;
import org.answerloop.client.Client;
import org.answerloop.kernel.Fingerprint;

/**
 * Somebody who says who they are. What was typed is kept as a fingerprint alone: it may be a password in the wrong field.
 *
 * @param account the fingerprint of the name, which is the same however it is capitalised
 * @param network where it comes from, by what clients are told apart
 */
public record SignInAttempt(String account, String network) {

    /** The attempt of whoever typed that name. */
    public static SignInAttempt of(String name, Client client) {
        String account =
                Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return new SignInAttempt(Fingerprint.of(account), client.network().toString());
    }

    /** What this attempt is counted under. */
    public String subject(Counted by) {
        return Fingerprint.of(
                switch (by) {
                    case ACCOUNT_FROM_ADDRESS -> by + " " + account + " " + network;
                    case ADDRESS -> by + " " + network;
                    case ACCOUNT -> by + " " + account;
                    case ALL -> by.name();
                });
    }
}
