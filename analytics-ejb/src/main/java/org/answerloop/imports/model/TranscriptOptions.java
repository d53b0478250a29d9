package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.answerloop.event.model.EventDetails.Person;

/**
 * What a file of transcripts does not say itself.
 *
 * @param source the CloudEvents source that its conversations belong to
 * @param prefix what the id of a conversation that names none begins with; its index in the file follows
 * @param channel of all its conversations
 * @param language BCP 47; null where unknown
 * @param agent the customer agent that speaks as {@code assistant}
 * @param firstTime when the first conversation begins, for those without times of their own; null where all have them
 * @param step from one message to the next, where they carry no times
 * @param spread from the beginning of one conversation to that of the next, where they carry no times
 * @param handoffTool the tool whose call is a handoff and not an action
 * @param messageMembers the members of a conversation that may hold its messages; the first that is there counts
 */
public record TranscriptOptions(
        String source,
        String prefix,
        String channel,
        String language,
        Person agent,
        Instant firstTime,
        Duration step,
        Duration spread,
        String handoffTool,
        List<String> messageMembers) {

    public static final String PREFIX = "transcript-";
    public static final String CHANNEL = "chat";
    public static final Person AGENT = new Person("customer-agent", "Customer agent");
    public static final Duration STEP = Duration.ofSeconds(20);
    public static final Duration SPREAD = Duration.ofMinutes(5);
    public static final String HANDOFF_TOOL = "transfer_to_human_agents";
    public static final List<String> MESSAGE_MEMBERS = List.of("messages", "traj");

    public TranscriptOptions {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(agent, "agent");
        messageMembers = List.copyOf(messageMembers);
    }

    /** Everything else as it is most often. */
    public static TranscriptOptions of(String source, Instant firstTime) {
        return new TranscriptOptions(
                source, PREFIX, CHANNEL, null, AGENT, firstTime, STEP, SPREAD, HANDOFF_TOOL, MESSAGE_MEMBERS);
    }
}
