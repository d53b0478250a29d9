package org.answerloop.web.reporting;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.Conversations;
import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.conversation.model.Ticket;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.NoSuchPage;

/** The page {@code conversation.xhtml}: everything that was said, and why the verdict is what it is. */
@Named
@RequestScoped
public class ConversationPage {

    private Conversations conversations;
    private TicketLinks tickets;
    private Settings settings;
    private Texts texts;

    private String id;
    private String list;
    private ConversationView conversation;
    private List<TimelineItem> timeline;
    private List<FindingLine> findings;
    private Link ticket;

    /** For the proxy. */
    protected ConversationPage() {}

    /** What the page is made with. */
    @Inject
    public ConversationPage(Conversations conversations, TicketLinks tickets, Settings settings, Texts texts) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.settings = settings;
        this.texts = texts;
    }

    /** Asks for the conversation; where there is none there is no page. */
    public void load() {
        conversation = parsed(id).flatMap(conversations::find).orElse(null);
        if (conversation == null) {
            NoSuchPage.show();
            return;
        }
        timeline = new TimelineMaker(texts).items(conversation);
        findings = new Explanation(texts).lines(conversation);
        ticket = conversation.ticket() == null ? null : linked(conversation.ticket());
    }

    private Link linked(Ticket told) {
        return Link.of(told.id(), told.url(), tickets.hosts().address(told.url()));
    }

    private static Optional<Long> parsed(String number) {
        try {
            return number == null ? Optional.empty() : Optional.of(Long.valueOf(number));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** The conversation's id in the source, which is its name. */
    public String getTitle() {
        return texts.of("conversation.title", conversation.externalId());
    }

    public ConversationView getConversation() {
        return conversation;
    }

    public List<TimelineItem> getTimeline() {
        return timeline;
    }

    public List<FindingLine> getFindings() {
        return findings;
    }

    /** The ticket in the helpdesk, or null where there is none. */
    public Link getTicket() {
        return ticket;
    }

    /** The customer agent by name, else by id; null where none took part. */
    public String getAgent() {
        return Optional.ofNullable(conversation.agent())
                .map(agent -> agent.name() == null ? agent.id() : agent.name())
                .orElse(null);
    }

    public String getBadge() {
        return Badge.of(conversation.state());
    }

    /** What stands at the head of the explanation. */
    public String getSummary() {
        return switch (conversation.state()) {
            case OPEN -> texts.of("verdict.open");
            case PENDING -> texts.of("verdict.pending", texts.formats().moment(conversation.deadline()));
            case RESOLVED -> texts.of("verdict.resolved");
            case NOT_RESOLVED ->
                texts.of(
                        conversation.verdict().deflected() ? "verdict.not_resolved.deflected" : "verdict.not_resolved");
        };
    }

    /** When and on what a verdict is given. */
    public String getRule() {
        return texts.of("verdict.rule", settings.window().toHours());
    }

    /** The list that led here, as it was; the one of all where nothing did. */
    public String getListAddress() {
        return ListParameters.read(list).on(Addresses.CONVERSATIONS);
    }

    /** The reports that led to the list, as they were. */
    public String getReportsAddress() {
        return FilterParameters.read(list).on(Addresses.REPORTS);
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
