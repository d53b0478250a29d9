package org.answerloop.connection.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.event.model.EventDetails.Ticket;

/**
 * Where the tickets of a connection are opened: as the connection says, or else where its platform has them, as far as the
 * connection's addresses or the payload say where that is.
 *
 * @param own as the connection says
 * @param site the address of the platform's pages, without a slash at its end
 * @param account the platform's number of the company
 */
record TicketAddresses(Optional<TicketPattern> own, Optional<String> site, Optional<String> account) {

    static final TicketAddresses NONE = new TicketAddresses(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern API_OF_AN_ACCOUNT =
            Pattern.compile("(https?://[^/]+(?:/[^/]+)*?)/api/v1/accounts/([0-9]{1,18})");
    private static final Pattern SITE = Pattern.compile("https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?");

    static TicketAddresses of(Connection connection) {
        Matcher api = API_OF_AN_ACCOUNT.matcher(connection.apiBase() == null ? "" : connection.apiBase());
        boolean isApi = api.matches();
        Optional<String> site = Optional.of(connection.source()).filter(SITE.asMatchPredicate());
        return new TicketAddresses(
                connection.ticketPattern(),
                isApi ? Optional.of(api.group(1)) : site,
                isApi ? Optional.of(api.group(2)) : Optional.empty());
    }

    /**
     * @param pattern where the platform has its tickets, with {@code {site}}, {@code {account}} and {@code {id}}
     * @param toldAccount by the payload; null where it does not say
     */
    Ticket ticket(String id, String pattern, String toldAccount) {
        return ticket(id, own.orElse(new TicketPattern(pattern)), toldAccount);
    }

    /** As {@link #ticket(String, String, String)}, whatever the connection says of its tickets: it is of something else. */
    Ticket substitute(String id, String pattern, String toldAccount) {
        return ticket(id, new TicketPattern(pattern), toldAccount);
    }

    private Ticket ticket(String id, TicketPattern pattern, String toldAccount) {
        Map<String, String> told = new HashMap<>();
        told.put("id", id);
        account.or(() -> Optional.ofNullable(toldAccount)).ifPresent(number -> told.put("account", number));
        String withSite =
                site.map(address -> pattern.text().replace("{site}", address)).orElse(pattern.text());
        return new Ticket(id, new TicketPattern(withSite).address(told).orElse(null));
    }
}
