package org.answerloop.access.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.answerloop.access.model.GuessingPolicy.Counted;
import org.answerloop.client.Client;
import org.answerloop.kernel.Fingerprint;
import org.answerloop.kernel.NormalForm;

/**
 * Somebody who says who they are. What was typed is kept as a fingerprint alone: it may be a password in the wrong field.
 *
 * @param account the fingerprint of the name, which is the same for all spellings that a directory may take for one
 * @param network where it comes from, by what clients are told apart
 */
public record SignInAttempt(String account, String network) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x{85}]+");

    /** Marks on letters; what only joins, divides or directs others; controls that are no blanks; fillers. */
    private static final Pattern WITHOUT_A_LOOK_OF_THEIR_OWN =
            Pattern.compile("[\\p{M}\\p{Cf}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{FFFC}]|[\\p{Cc}&&[^\\s\\x{85}]]");

    /** The attempt of whoever typed that name. */
    public static SignInAttempt of(String name, Client client) {
        return new SignInAttempt(Fingerprint.of(folded(name)), client.network().toString());
    }

    /**
     * Directories compare names by RFC 4518, which passes over case, blanks and signs that nobody sees; Active Directory passes
     * over accents too. Two people whose names differ by no more are counted as one.
     */
    private static String folded(String name) {
        String plain = WITHOUT_A_LOOK_OF_THEIR_OWN
                .matcher(NormalForm.of(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String upper = BLANKS.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        return upper.toLowerCase(Locale.ROOT);
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
