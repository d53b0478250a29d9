package org.answerloop.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin alike, as CIDR writes them (RFC 4632, RFC 4291).
 *
 * @param first the address of the range whose other bits are zero
 * @param prefix how many bits are the same for all
 */
public record AddressRange(InetAddress first, int prefix) {

    /** Keeps what stands in front of the prefix only. */
    public AddressRange {
        if (prefix < 0 || prefix > bits(first)) {
            throw new IllegalArgumentException(first + "/" + prefix);
        }
        first = masked(first, prefix);
    }

    /** The range with this prefix in which the address lies. */
    public static AddressRange around(InetAddress address, int prefix) {
        return new AddressRange(address, prefix);
    }

    /**
     * @param text an address, or one with the number of bits behind a slash
     * @throws IllegalArgumentException where it is neither
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text));
        return new AddressRange(address, slash < 0 ? bits(address) : Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        return bits(address) == bits(first) && masked(address, prefix).equals(first);
    }

    static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
            bytes[i] &= (byte) (0xFF << Byte.SIZE - kept);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes or sixteen are an address", e);
        }
    }

    /** As CIDR writes it. */
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
