package org.answerloop.conversation.model;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.kernel.SafeAddress;

/**
 * A host whose tickets are linked, as administrators write it: {@code desk.example.com}; {@code *.example.com} for every host
 * below that name, which is itself not one of them; {@code http://desk.example.com} where the host has no https.
 *
 * @param name in ASCII and lower case, without the star
 * @param below whether the hosts below the name are meant, and not the host of that name
 * @param plain whether addresses of the scheme {@code http} are linked, too
 */
public record TicketHost(String name, boolean below, boolean plain) implements Comparable<TicketHost> {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(https?)://)?(\\*\\.)?([^/]+)/?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 253;

    /** @throws UnusableTicketHostException when it is none */
    static TicketHost read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw UnusableTicketHostException.noHost(written);
        }
        String name = ascii(parts.group(3), written);
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw UnusableTicketHostException.noHost(written);
        }
        return new TicketHost(name, parts.group(2) != null, "http".equalsIgnoreCase(parts.group(1)));
    }

    private static String ascii(String name, String written) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw UnusableTicketHostException.noHost(written);
        }
    }

    /** Whether the address is one of this host, by a scheme that is linked. */
    boolean isOf(URI address) {
        boolean scheme = SafeAddress.isSecure(address) || plain && "http".equalsIgnoreCase(address.getScheme());
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return scheme && (below ? host.endsWith("." + name) : host.equals(name));
    }

    /** As it is written. */
    public String text() {
        return (plain ? "http://" : "") + (below ? "*." : "") + name;
    }

    /** By name, so that the same hosts always read the same. */
    @Override
    public int compareTo(TicketHost other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? text().compareTo(other.text()) : byName;
    }
}
