package org.answerloop.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in figures; names, which would be looked up somewhere, are none. */
final class AddressLiteral {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");

    /** With a port, as some proxies write it; an IPv6 address has brackets then. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:\\[(?<v6>[^\\[\\]]+)]|(?<v4>[0-9.]+))(?::[0-9A-Za-z._-]{1,20})?");

    private AddressLiteral() {}

    /** An IPv4 address in the clothes of IPv6 ({@code ::ffff:192.0.2.1}) is that IPv4 address. */
    static Optional<InetAddress> parse(String text) {
        String bare = text.replaceFirst("%[0-9A-Za-z._-]*$", "");
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    InetAddress.getByAddress(InetAddress.getByName(bare).getAddress()));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** As {@link #parse}, where a port may follow. */
    static Optional<InetAddress> parseHop(String text) {
        return parse(text).or(() -> {
            var parts = WITH_PORT.matcher(text);
            return parts.matches()
                    ? parse(parts.group("v6") == null ? parts.group("v4") : parts.group("v6"))
                    : Optional.empty();
        });
    }
}
