package org.answerloop.client;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Where a request comes from.
 *
 * @param address of the client, as far as it can be known: no name is looked up for it
 * @param secure whether the client's own connection is TLS
 */
public record Client(InetAddress address, boolean secure) {

    private static final int PREFIX_OF_A_SUBSCRIBER = 64;

    /** As people write it. */
    public String text() {
        return address.getHostAddress();
    }

    /**
     * By what clients are told apart when they are counted: the address, and of an IPv6 address the 64 bits that a provider
     * gives to one subscriber, who chooses the others freely.
     */
    public AddressRange network() {
        return AddressRange.around(
                address, address instanceof Inet6Address ? PREFIX_OF_A_SUBSCRIBER : AddressRange.bits(address));
    }
}
