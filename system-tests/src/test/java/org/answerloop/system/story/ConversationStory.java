package org.answerloop.system.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What happened in one conversation, step by step, as the events that a source system would send. A step takes place a
 * minute after the one before it, unless {@link #later} lets more time pass.
 */
public final class ConversationStory {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String source;
    private final String id;
    private final List<ObjectNode> events = new ArrayList<>();
    private Instant time;
    private int messages;

    private ConversationStory(String source, String id, Instant time) {
        this.source = source;
        this.id = id;
        this.time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    public static ConversationStory aConversation(String source, String id, Instant beginning) {
        return new ConversationStory(source, id, beginning);
    }

    public ConversationStory startsOn(String channel, String language) {
        tell("conversation.started").put("channel", channel).put("language", language);
        return this;
    }

    /** The start, with a ticket and with an agent assigned from the beginning. */
    public ConversationStory startsOn(String channel, String language, String ticket, String agent) {
        ObjectNode data = tell("conversation.started").put("channel", channel).put("language", language);
        data.putObject("ticket").put("id", ticket).put("url", "https://helpdesk.example/tickets/" + ticket);
        data.putObject("customerAgent").put("id", agent).put("name", agent);
        return this;
    }

    public ConversationStory visitorSays(String text) {
        message("visitor", null, text);
        return this;
    }

    public ConversationStory agentReplies(String text) {
        message("customer_agent", "Robin", text);
        return this;
    }

    /** The reply that was just told refers to this source. */
    public ConversationStory citing(String title) {
        last().withArray("sources").addObject().put("type", "article").put("title", title);
        return this;
    }

    /** The reply that was just told refers to this short answer. */
    public ConversationStory citingAnswer(long answer) {
        last().withArray("sources").addObject().put("type", "short_answer").put("id", Long.toString(answer));
        return this;
    }

    /** The reply that was just told came with this action. */
    public ConversationStory havingDone(String action) {
        last().withArray("actions").addObject().put("name", action);
        return this;
    }

    public ConversationStory teammateSays(String name, String text) {
        message("teammate", name, text);
        return this;
    }

    public ConversationStory visitorWantsAHuman() {
        tell("handoff.requested");
        return this;
    }

    public ConversationStory isHandedOff(String trigger, String toName) {
        tell("handoff.made")
                .put("trigger", trigger)
                .putObject("to")
                .put("id", toName)
                .put("name", toName);
        return this;
    }

    public ConversationStory visitorFindsThat(String rating) {
        tell("feedback.given").put("rating", rating);
        return this;
    }

    public ConversationStory couldNotBeAnswered(String question) {
        tell("question.unanswered").put("question", question).put("messageId", messageId(messages));
        return this;
    }

    public ConversationStory isClosedBy(String kind, String name) {
        tell("conversation.closed")
                .putObject("by")
                .put("kind", kind)
                .put("id", name)
                .put("name", name);
        return this;
    }

    public ConversationStory isFlagged(String flag) {
        tell("conversation.flagged").put("flag", flag).put("on", true);
        return this;
    }

    public ConversationStory isRedacted() {
        tell("conversation.redacted");
        return this;
    }

    public ConversationStory later(Duration time) {
        this.time = this.time.plus(time);
        return this;
    }

    /** When the last step took place. */
    public Instant now() {
        return Instant.parse(events.get(events.size() - 1).get("time").asText());
    }

    public String source() {
        return source;
    }

    public String id() {
        return id;
    }

    /** One CloudEvent after the other, in JSON. */
    public List<String> events() {
        return events.stream().map(ObjectNode::toString).toList();
    }

    /** As {@code application/cloudevents-batch+json}. */
    public String batch() {
        return events().stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** As {@code application/x-ndjson}. */
    public String lines() {
        return events().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void message(String kind, String name, String text) {
        messages++;
        ObjectNode data = tell("message.posted").put("messageId", messageId(messages));
        ObjectNode author = data.putObject("author").put("kind", kind);
        if (name != null) {
            author.put("id", name).put("name", name);
        }
        data.put("text", text);
    }

    private String messageId(int number) {
        return id + "-m" + number;
    }

    private ObjectNode tell(String type) {
        time = time.plus(Duration.ofMinutes(1));
        ObjectNode event = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", id + "-" + (events.size() + 1))
                .put("source", source)
                .put("subject", id)
                .put("type", type)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
        events.add(event);
        return event.putObject("data");
    }

    private ObjectNode last() {
        return (ObjectNode) events.get(events.size() - 1).get("data");
    }
}
