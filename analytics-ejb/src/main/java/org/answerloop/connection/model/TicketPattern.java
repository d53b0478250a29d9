package org.answerloop.connection.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.answerloop.connection.model.UnusableConnectionException.Reason;

/**
 * Where the tickets of a connection are opened: an address with {@code {id}} where the ticket's id belongs, and {@code
 * {account}} where the account's does.
 *
 * @param text with the scheme https; none of the places is in the host
 */
public record TicketPattern(String text) {

    /** Characters of it. */
    public static final int LONGEST = 500;

    private static final String ID = "{id}";
    private static final Pattern WRITTEN = Pattern.compile(
            "https://[A-Za-z0-9.-]+(?::\\d{1,5})?/(?:[A-Za-z0-9._~/?#&=%+@!$',;:*-]|\\{id\\}|\\{account\\})*+");

    /**
     * @param written null or blank for none
     * @throws UnusableConnectionException where it is none
     */
    static Optional<TicketPattern> read(String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        String text = written.strip();
        if (text.length() > LONGEST
                || !text.contains(ID)
                || !WRITTEN.matcher(text).matches()) {
            throw new UnusableConnectionException(Reason.TICKETS);
        }
        return Optional.of(new TicketPattern(text));
    }

    /** The address of some ticket. */
    public String example() {
        return address(Map.of("id", "1", "account", "1")).orElseThrow();
    }

    /**
     * The address of a ticket.
     *
     * @param told by the names of their places
     * @return nothing where something was not told, or cannot stand in an address
     */
    Optional<String> address(Map<String, String> told) {
        String address = text;
        for (Map.Entry<String, String> value : told.entrySet()) {
            if (ApiPath.isId(value.getValue())) {
                address = address.replace("{" + value.getKey() + "}", value.getValue());
            }
        }
        return address.indexOf('{') < 0 ? Optional.of(address) : Optional.empty();
    }
}
