package org.answerloop.web.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.Conversations;
import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.conversation.application.TimelinePosition;
import org.answerloop.conversation.model.Ticket;
import org.answerloop.kernel.UnknownCursorException;
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
    private String after;
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
        conversation =
                parsed(id).flatMap(number -> conversations.find(number, after)).orElse(null);
        if (conversation == null) {
            NoSuchPage.show();
            return;
        }
        TimelinePosition position = after == null ? null : TimelinePosition.parse(after);
        timeline = new TimelineMaker(texts).items(conversation, position);
        findings = new Explanation(texts, this::pageFrom).lines(conversation);
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

    /** The latest first; empty for most conversations. */
    public List<EarlierVerdictLine> getEarlierVerdicts() {
        return conversation.earlierVerdicts().stream()
                .map(verdict -> EarlierVerdictLine.of(verdict, texts))
                .toList();
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

    private String pageFrom(Instant moment) {
        boolean hasPages = after != null || conversation.next() != null;
        return hasPages ? page(TimelinePosition.before(moment).text()) : null;
    }

    private String page(String position) {
        StringBuilder address = new StringBuilder(Addresses.CONVERSATION + "?id=" + id);
        if (list != null) {
            address.append("&list=").append(URLEncoder.encode(list, StandardCharsets.UTF_8));
        }
        return position == null ? address.toString() : address + "&after=" + position;
    }

    /** Where the deadline of the verdict stands in the timeline. */
    public String getDeadlineAddress() {
        boolean here = timeline.stream().anyMatch(item -> item.anchor().equals(TimelineMaker.DEADLINE));
        String anchor = "#" + TimelineMaker.DEADLINE;
        return here ? anchor : pageFrom(conversation.verdict().deadline()) + anchor;
    }

    /** The first page of the timeline; null where that is this one. */
    public String getFirstAddress() {
        return after == null ? null : page(null);
    }

    /** The page of the timeline after this one; null where this is the last. */
    public String getNextAddress() {
        return conversation.next() == null ? null : page(conversation.next());
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

    public String getAfter() {
        return after;
    }

    /** @param after where the page of the timeline before this one ended; the first page, where it is none of ours */
    public void setAfter(String after) {
        try {
            this.after = after == null ? null : TimelinePosition.parse(after).text();
        } catch (UnknownCursorException malformed) {
            this.after = null;
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
