package org.answerloop.connection.model;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.answerloop.client.PublicNetwork;

/**
 * Which hosts platforms may be asked on: those of the public internet, and those of the company's own networks that the
 * configuration names. Whoever administers connections is not thereby let into the networks around the server.
 *
 * @param named as the configuration writes them, in lower case: a host, or a host and a port
 */
public record ReachableHosts(Set<String> named) {

    public ReachableHosts {
        named = Set.copyOf(named);
    }

    /** Whether the configuration names the host, so that it does not matter where it leads. */
    public boolean isNamed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return named.contains(name) || named.contains(name + ":" + port);
    }

    /**
     * Whether a connection may go to the host.
     *
     * @param addresses where the host leads; one that is not public is enough to refuse it
     */
    public boolean isOpen(String host, int port, List<InetAddress> addresses) {
        return isNamed(host, port) || addresses.stream().allMatch(PublicNetwork::contains);
    }
}
