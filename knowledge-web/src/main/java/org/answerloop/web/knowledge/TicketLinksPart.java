package org.answerloop.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.conversation.model.TicketHosts;
import org.answerloop.conversation.model.UnusableTicketHostException;

/** The part of the page of the settings that says of which hosts tickets are linked. */
@Named
@RequestScoped
public class TicketLinksPart {

    private TicketLinks tickets;
    private Words words;
    private String written;
    private boolean decided;
    private String refusal;

    /** For the proxy. */
    protected TicketLinksPart() {}

    @Inject
    public TicketLinksPart(TicketLinks tickets, Words words) {
        this.tickets = tickets;
        this.words = words;
    }

    /** The hosts, one a line; what was typed where that cannot be used. */
    public String getWritten() {
        return written == null ? tickets.hosts().text() : written;
    }

    /** @param written null where the field was emptied */
    public void setWritten(String written) {
        this.written = written == null ? "" : written;
    }

    /** From now on those that were typed. */
    public void decide() {
        try {
            tickets.decide(written);
            written = null;
            decided = true;
        } catch (UnusableTicketHostException refused) {
            refusal = words.of("settings.tickets.refused." + refused.reason(), refused.written(), TicketHosts.MOST);
        }
    }

    public boolean isDecided() {
        return decided;
    }

    /** Why it was not done; null where nothing was refused. */
    public String getRefusal() {
        return refusal;
    }
}
