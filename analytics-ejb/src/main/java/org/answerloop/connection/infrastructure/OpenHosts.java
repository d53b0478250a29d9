package org.answerloop.connection.infrastructure;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.answerloop.connection.model.ReachableHosts;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Tells the client where a host leads, and nothing of a host that leads where no connection may go. The client connects to
 * the very addresses that were looked at, so a name that leads elsewhere the next time it is asked for gains nothing by it.
 */
final class OpenHosts implements DnsResolver {

    private static final int ANY_PORT = -1;

    private final ReachableHosts reachable;
    private final DnsResolver names;

    OpenHosts(ReachableHosts reachable, DnsResolver names) {
        this.reachable = reachable;
        this.names = names;
    }

    /** @throws UnknownHostException where the host leads nowhere, or where no connection may go */
    void require(String host, int port) throws UnknownHostException {
        if (!reachable.isNamed(host, port)) {
            addresses(host, port);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return addresses(host, ANY_PORT);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Stream.of(addresses(host, port))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    private InetAddress[] addresses(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!reachable.isOpen(host, port, List.of(addresses))) {
            throw new UnknownHostException(host + " leads to an address that is not public, and is not named in"
                    + " answerloop.connection.hosts (ANSWERLOOP_CONNECTION_HOSTS)");
        }
        return addresses;
    }
}
