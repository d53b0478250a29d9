package org.answerloop.subscription.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.answerloop.subscription.model.UnusableSubscriptionException.Reason;

/**
 * Whom a mail goes to: one plain address, without a name or a comment.
 *
 * @param address of at most 254 characters
 */
public record Recipient(String address) {

    /** Characters of an address. */
    public static final int LONGEST = 254;

    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** @throws UnusableSubscriptionException where it is no address */
    public Recipient {
        if (address == null
                || address.length() > LONGEST
                || !PLAIN.matcher(address).matches()) {
            throw new UnusableSubscriptionException(Reason.ADDRESS);
        }
    }

    /**
     * Whether reports may go there.
     *
     * @param domains in small letters; none for all
     */
    public boolean isAmong(Set<String> domains) {
        return domains.isEmpty()
                || domains.contains(
                        address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
