package org.answerloop.client;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The proxies in front of the server whose word is taken about where a request comes from: in {@code X-Forwarded-For} and
 * {@code X-Forwarded-Proto}, or in {@code Forwarded}. Anybody can send these headers, so nobody else's word counts, and of
 * several addresses the last one that is no trusted proxy's is the client's.
 *
 * <p>A proxy that writes one kind of header may pass on the other as the client sent it. Where both are there and do not say
 * the same, neither is believed: the proxy stands for the client then, and the connection is not secure.
 */
public record TrustedProxies(List<AddressRange> ranges) {

    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED = "Forwarded";
    private static final String HTTPS = "https";

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * @param text addresses and ranges of addresses, with commas between them; empty for none
     * @throws IllegalArgumentException where something else is among them
     */
    public static TrustedProxies parse(String text) {
        return new TrustedProxies(Stream.of(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(AddressRange::parse)
                .toList());
    }

    /** Where the request comes from. */
    public Client client(HttpServletRequest request) {
        return client(
                request.getRemoteAddr(),
                request.isSecure(),
                name -> Optional.ofNullable(request.getHeaders(name))
                        .map(Collections::list)
                        .orElseGet(ArrayList::new));
    }

    /**
     * @param peer the address of whoever is connected to the server; null where the connection is gone already
     * @param secure whether that connection is TLS
     * @param headers the values of a header by its name, in the order in which they came
     */
    public Client client(String peer, boolean secure, Function<String, ? extends List<String>> headers) {
        InetAddress neighbour =
                Optional.ofNullable(peer).flatMap(AddressLiteral::parse).orElseGet(TrustedProxies::unknown);
        if (!isTrusted(neighbour)) {
            return new Client(neighbour, secure);
        }
        List<Client> told = Stream.of(
                        byForwardedFor(neighbour, secure, headers), byForwarded(neighbour, secure, headers))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return switch (told.size()) {
            case 0 -> new Client(neighbour, secure);
            case 1 -> told.get(0);
            default -> new Client(neighbour, false);
        };
    }

    private Optional<Client> byForwardedFor(
            InetAddress neighbour, boolean secure, Function<String, ? extends List<String>> headers) {
        List<String> froms = words(headers.apply(FORWARDED_FOR));
        List<String> protocols = words(headers.apply(FORWARDED_PROTO));
        if (froms.isEmpty() && protocols.isEmpty()) {
            return Optional.empty();
        }
        List<ForwardedHeader.Hop> hops = froms.stream()
                .map(from -> new ForwardedHeader.Hop(Optional.of(from), Optional.empty()))
                .toList();
        boolean told = protocols.isEmpty() ? secure : last(protocols).equals(HTTPS);
        return Optional.of(follow(neighbour, told, hops));
    }

    private Optional<Client> byForwarded(
            InetAddress neighbour, boolean secure, Function<String, ? extends List<String>> headers) {
        List<ForwardedHeader.Hop> hops = ForwardedHeader.parse(headers.apply(FORWARDED));
        return hops.isEmpty() ? Optional.empty() : Optional.of(follow(neighbour, secure, hops));
    }

    /** Goes back from proxy to proxy for as long as they are trusted and say who sent them the request. */
    private Client follow(InetAddress neighbour, boolean secure, List<ForwardedHeader.Hop> hops) {
        Client reached = new Client(neighbour, secure);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(reached.address()); i--) {
            ForwardedHeader.Hop hop = hops.get(i);
            boolean told = hop.protocol().map(HTTPS::equals).orElse(reached.secure());
            Optional<InetAddress> from = hop.from().flatMap(AddressLiteral::parseHop);
            if (from.isEmpty()) {
                return new Client(reached.address(), told);
            }
            reached = new Client(from.get(), told);
        }
        return reached;
    }

    private boolean isTrusted(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> words(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1).toLowerCase(Locale.ROOT);
    }

    private static InetAddress unknown() {
        return AddressLiteral.parse("0.0.0.0").orElseThrow();
    }
}
