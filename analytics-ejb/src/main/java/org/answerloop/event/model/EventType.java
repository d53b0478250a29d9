package org.answerloop.event.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.answerloop.conversation.model.Actions;
import org.answerloop.conversation.model.AgentAssigned;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ContentSources;
import org.answerloop.conversation.model.ContentSources.ContentSource;
import org.answerloop.conversation.model.ConversationClosed;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationFlagged;
import org.answerloop.conversation.model.ConversationRedacted;
import org.answerloop.conversation.model.ConversationStarted;
import org.answerloop.conversation.model.FeedbackGiven;
import org.answerloop.conversation.model.FlagKind;
import org.answerloop.conversation.model.HandoffMade;
import org.answerloop.conversation.model.HandoffRequested;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.QuestionUnanswered;
import org.answerloop.conversation.model.Rating;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.conversation.model.Ticket;

import static org.answerloop.event.model.Members.NAME;
import static org.answerloop.event.model.Members.TEXT;

/** The types of event in the contract, each with the reading of its {@code data}. */
enum EventType {
    CONVERSATION_STARTED("conversation.started", EventType::started),
    AGENT_ASSIGNED("agent.assigned", EventType::assigned),
    MESSAGE_POSTED("message.posted", EventType::posted),
    QUESTION_UNANSWERED("question.unanswered", EventType::unanswered),
    HANDOFF_REQUESTED("handoff.requested", EventType::handoffRequested),
    HANDOFF_MADE("handoff.made", EventType::handoffMade),
    FEEDBACK_GIVEN("feedback.given", EventType::feedback),
    CONVERSATION_CLOSED("conversation.closed", EventType::closed),
    CONVERSATION_FLAGGED("conversation.flagged", EventType::flagged),
    CONVERSATION_REDACTED("conversation.redacted", (stamp, data) -> new ConversationRedacted(stamp));

    private static final int CHANNEL = 64;
    private static final int LANGUAGE = 35;

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.name, Function.identity()));

    private interface DataReader {
        ConversationEvent read(Stamp stamp, Members data) throws UnacceptableEventException;
    }

    private final String name;
    private final DataReader reader;

    EventType(String name, DataReader reader) {
        this.name = name;
        this.reader = reader;
    }

    static EventType read(Members event) throws UnacceptableEventException {
        String name = event.filledText("type", NAME);
        EventType type = BY_NAME.get(name);
        if (type == null) {
            String known = Arrays.stream(values()).map(t -> t.name).collect(Collectors.joining(", "));
            throw event.problem("unknown-type", "type", "This type of event is unknown; the types are " + known + ".");
        }
        return type;
    }

    ConversationEvent event(Stamp stamp, Members data) throws UnacceptableEventException {
        return reader.read(stamp, data);
    }

    /** Whether the event says everything without data. */
    boolean needsNoData() {
        return this == CONVERSATION_REDACTED || this == HANDOFF_REQUESTED || this == CONVERSATION_CLOSED;
    }

    String contractName() {
        return name;
    }

    private static ConversationEvent started(Stamp stamp, Members data) throws UnacceptableEventException {
        Members ticket = data.optionalObject("ticket");
        return new ConversationStarted(
                stamp,
                channel(data),
                language(data),
                ticket == null
                        ? null
                        : new Ticket(ticket.optionalText("id", NAME), ticket.optionalText("url", Members.ADDRESS)),
                participant(data.optionalObject("customerAgent")),
                data.optionalFlag("test", false));
    }

    private static ConversationEvent assigned(Stamp stamp, Members data) throws UnacceptableEventException {
        Members agent = data.object("customerAgent");
        return new AgentAssigned(
                stamp, new Participant(agent.filledText("id", NAME), agent.optionalText("name", NAME)));
    }

    private static ConversationEvent posted(Stamp stamp, Members data) throws UnacceptableEventException {
        Members author = data.object("author");
        List<ContentSource> sources = new ArrayList<>();
        for (Members source : data.objects("sources")) {
            sources.add(new ContentSource(
                    source.filledText("type", NAME),
                    source.optionalText("id", NAME),
                    source.optionalText("title", TEXT),
                    source.optionalText("url", TEXT)));
        }
        List<String> actions = new ArrayList<>();
        for (Members action : data.objects("actions")) {
            actions.add(action.filledText("name", NAME));
        }
        return new MessagePosted(
                stamp,
                data.filledText("messageId", NAME),
                author.choice("kind", AuthorKind.class),
                participant(author),
                data.text("text", TEXT),
                new ContentSources(sources),
                new Actions(actions));
    }

    private static ConversationEvent unanswered(Stamp stamp, Members data) throws UnacceptableEventException {
        return new QuestionUnanswered(stamp, data.filledText("question", TEXT), data.optionalText("messageId", NAME));
    }

    private static ConversationEvent handoffRequested(Stamp stamp, Members data) throws UnacceptableEventException {
        return new HandoffRequested(stamp, data.optionalText("messageId", NAME));
    }

    private static ConversationEvent handoffMade(Stamp stamp, Members data) throws UnacceptableEventException {
        return new HandoffMade(
                stamp,
                data.choice("trigger", HandoffTrigger.class),
                participant(data.optionalObject("to")),
                data.optionalText("reason", TEXT));
    }

    private static ConversationEvent feedback(Stamp stamp, Members data) throws UnacceptableEventException {
        return new FeedbackGiven(
                stamp,
                data.choice("rating", Rating.class),
                data.optionalText("messageId", NAME),
                data.optionalText("comment", TEXT));
    }

    private static ConversationEvent closed(Stamp stamp, Members data) throws UnacceptableEventException {
        Members by = data.optionalObject("by");
        return new ConversationClosed(
                stamp,
                by == null ? null : by.choice("kind", AuthorKind.class),
                participant(by),
                data.optionalFlag("ticketClosed", true));
    }

    private static ConversationEvent flagged(Stamp stamp, Members data) throws UnacceptableEventException {
        return new ConversationFlagged(stamp, data.choice("flag", FlagKind.class), data.flag("on"));
    }

    private static Participant participant(Members members) throws UnacceptableEventException {
        return members == null
                ? Participant.UNKNOWN
                : new Participant(members.optionalText("id", NAME), members.optionalText("name", NAME));
    }

    /** In lower case, so that one channel is one; some letters become longer by it. */
    private static String channel(Members data) throws UnacceptableEventException {
        String channel = data.filledText("channel", CHANNEL).strip().toLowerCase(Locale.ROOT);
        if (channel.length() > CHANNEL) {
            throw data.problem(
                    "too-long", "channel", "\"channel\" takes at most " + CHANNEL + " characters in lower case.");
        }
        return channel;
    }

    /** Written as BCP 47 wants it, so that one language is one. */
    private static String language(Members data) throws UnacceptableEventException {
        String tag = data.optionalText("language", LANGUAGE);
        if (tag == null || tag.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw data.problem(
                    "malformed-language", "language", "\"language\" takes a BCP 47 tag such as en or fr-CA.");
        }
    }
}
