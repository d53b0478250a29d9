package org.answerloop.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the internet that everybody reaches. What IANA's registries of special-purpose addresses (RFC 6890) do not
 * call globally reachable is no part of it: this machine, its network and its provider's, groups, and ways to wrap one
 * address into another, behind which any of these may be.
 */
public final class PublicNetwork {

    private static final List<AddressRange> NOT_IN_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** All that was ever given out, RFC 4291. */
    private static final AddressRange IPV6 = AddressRange.parse("2000::/3");

    private static final List<AddressRange> NOT_IN_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Where a network without IPv4 reaches that of IPv4: what counts is the address inside, RFC 6052. */
    private static final AddressRange TRANSLATED = AddressRange.parse("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PublicNetwork() {}

    public static boolean contains(InetAddress address) {
        if (address.getAddress().length == IPV4_BYTES) {
            return isOutside(NOT_IN_IPV4, address);
        }
        if (TRANSLATED.contains(address)) {
            return contains(inside(address));
        }
        return IPV6.contains(address) && isOutside(NOT_IN_IPV6, address);
    }

    private static boolean isOutside(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress inside(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
