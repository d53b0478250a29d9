package org.answerloop.conversation.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.answerloop.kernel.SafeAddress;

/**
 * Whose tickets the pages link to. Where no host is named, those of every host by the scheme {@code https}.
 *
 * @param hosts in the order of their names, each once
 */
public record TicketHosts(List<TicketHost> hosts) {

    /** Nothing is narrowed. */
    public static final TicketHosts ANY = new TicketHosts(List.of());

    /** More cannot be named. */
    public static final int MOST = 100;

    public TicketHosts {
        hosts = List.copyOf(new TreeSet<>(hosts));
    }

    /**
     * As an administrator writes them, with white space or commas between them.
     *
     * @throws UnusableTicketHostException when one is none, or they are too many
     */
    public static TicketHosts read(String written) {
        List<TicketHost> hosts = Stream.of(written.split("[\\s,;]+"))
                .filter(host -> !host.isEmpty())
                .map(TicketHost::read)
                .toList();
        if (hosts.size() > MOST) {
            throw UnusableTicketHostException.tooMany();
        }
        return new TicketHosts(hosts);
    }

    /** Of hosts as {@link TicketHost#text()} writes them. */
    public static TicketHosts of(Collection<String> texts) {
        return new TicketHosts(texts.stream().map(TicketHost::read).toList());
    }

    /**
     * Where a ticket can be opened.
     *
     * @param told its address, as the source told it; null where it did not
     */
    public Optional<String> address(String told) {
        return hosts.isEmpty()
                ? SafeAddress.of(told)
                : SafeAddress.of(told, address -> hosts.stream().anyMatch(host -> host.isOf(address)));
    }

    /** One a line; empty where none is named. */
    public String text() {
        return hosts.stream().map(TicketHost::text).collect(Collectors.joining("\n"));
    }
}
