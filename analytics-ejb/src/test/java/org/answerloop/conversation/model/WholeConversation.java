package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.answerloop.resolution.model.ResolutionFacts;
import org.answerloop.resolution.model.ResolutionPolicy;

/**
 * What a conversation is by its definition: it keeps every event, and finds out everything anew from all of them. Against it
 * is held what the product keeps without looking back.
 */
public final class WholeConversation {

    private final List<ConversationEvent> events = new ArrayList<>();
    private final Set<String> late = new HashSet<>();
    private Instant lastArrivalAt;
    private Instant verdictDeadline;

    /** What is to be seen of it, in words that can be compared. */
    public record Sight(
            Map<String, String> row,
            Map<String, String> rows,
            Map<Instant, Set<List<Object>>> counted,
            Instant dueAt) {}

    /** @return whether each is late */
    public List<Boolean> take(List<ConversationEvent> told, Instant arrivedAt) {
        List<Boolean> lateness = new ArrayList<>();
        for (ConversationEvent event : told) {
            boolean isLate = verdictDeadline != null && !event.stamp().at().isAfter(verdictDeadline);
            events.add(event);
            if (isLate) {
                late.add(event.stamp().eventId());
            }
            lateness.add(isLate);
        }
        lastArrivalAt = lastArrivalAt == null || arrivedAt.isAfter(lastArrivalAt) ? arrivedAt : lastArrivalAt;
        return lateness;
    }

    public void decide(Instant deadline) {
        verdictDeadline = deadline;
    }

    public boolean isDecided() {
        return verdictDeadline != null;
    }

    /** As the rule wants to know it. */
    public ResolutionFacts facts() {
        ConversationFacts facts = new ConversationFacts();
        messages().values().forEach(m -> facts.message(m.first.stamp().at(), m.id, m.first.authorKind(), m.groundedAt));
        of(HandoffMade.class)
                .forEach(h -> facts.handoff(h.stamp().at(), h.stamp().eventId(), h.trigger()));
        of(HandoffRequested.class)
                .forEach(r -> facts.handoffRequest(r.stamp().at(), r.stamp().eventId(), r.messageId()));
        of(FeedbackGiven.class)
                .forEach(f -> facts.feedback(f.stamp().at(), f.stamp().eventId(), f.messageId(), f.rating()));
        return facts.since(beganAt());
    }

    private record Message(String id, MessagePosted first, MessagePosted latest, Instant groundedAt, boolean late) {}

    private Map<String, Message> messages() {
        Map<String, List<MessagePosted>> statements = new TreeMap<>();
        of(MessagePosted.class)
                .forEach(posted -> statements
                        .computeIfAbsent(posted.messageId(), id -> new ArrayList<>())
                        .add(posted));
        Map<String, Message> messages = new TreeMap<>();
        statements.forEach((id, stated) -> messages.put(
                id,
                new Message(
                        id,
                        stated.get(0),
                        stated.get(stated.size() - 1),
                        stated.stream()
                                .filter(WholeConversation::isGrounded)
                                .map(posted -> posted.stamp().at())
                                .findFirst()
                                .orElse(null),
                        stated.stream()
                                .anyMatch(posted -> late.contains(posted.stamp().eventId())))));
        return messages;
    }

    private static boolean isGrounded(MessagePosted posted) {
        return !posted.sources().list().isEmpty() || !posted.actions().names().isEmpty();
    }

    /** In the order of time. */
    private <T extends ConversationEvent> List<T> of(Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(ConversationEvent::stamp))
                .toList();
    }

    private Instant beganAt() {
        return of(ConversationStarted.class).stream()
                .findFirst()
                .map(started -> started.stamp().at())
                .orElseGet(() -> of(ConversationEvent.class).get(0).stamp().at());
    }

    private boolean isFlagged(FlagKind kind) {
        Comparator<Map.Entry<Stamp, Boolean>> latest = Map.Entry.comparingByKey();
        Stream<Map.Entry<Stamp, Boolean>> words = Stream.concat(
                of(ConversationFlagged.class).stream()
                        .filter(flagged -> flagged.flag() == kind)
                        .map(flagged -> Map.entry(flagged.stamp(), flagged.on())),
                of(ConversationStarted.class).stream()
                        .filter(started -> kind == FlagKind.TEST && started.test())
                        .map(started -> Map.entry(started.stamp(), true)));
        return words.max(latest).map(Map.Entry::getValue).orElse(false);
    }

    public Sight sight(ResolutionPolicy policy, Duration grace) {
        boolean redacted = !of(ConversationRedacted.class).isEmpty();
        Optional<ConversationStarted> opening =
                of(ConversationStarted.class).stream().findFirst();
        Optional<Map.Entry<Stamp, Participant>> assignment = Stream.concat(
                        of(ConversationStarted.class).stream()
                                .filter(started -> started.agent().isKnown())
                                .map(started -> Map.entry(started.stamp(), started.agent())),
                        of(AgentAssigned.class).stream().map(assigned -> Map.entry(assigned.stamp(), assigned.agent())))
                .min(Map.Entry.comparingByKey());
        List<ConversationClosed> closings = of(ConversationClosed.class);
        ConversationClosed closing = closings.isEmpty() ? null : closings.get(closings.size() - 1);
        Map<String, Message> messages = messages();
        List<Message> replies = messages.values().stream()
                .filter(message -> message.first.authorKind() == AuthorKind.CUSTOMER_AGENT)
                .sorted(Comparator.comparing(
                                (Message message) -> message.first.stamp().at())
                        .thenComparing(Message::id))
                .toList();
        HandoffMade handoff = of(HandoffMade.class).stream().findFirst().orElse(null);
        Instant handedOffAt = handoff == null ? null : handoff.stamp().at();
        Instant firstReplyAt =
                replies.isEmpty() ? null : replies.get(0).first.stamp().at();
        boolean replyCameFirst = firstReplyAt != null && (handedOffAt == null || !firstReplyAt.isAfter(handedOffAt));
        Instant firstPartAt = replyCameFirst ? firstReplyAt : handedOffAt;
        Participant agent = firstPartAt == null
                ? Participant.UNKNOWN
                : Stream.of(
                                Stream.ofNullable(
                                        replyCameFirst ? replies.get(0).first.author() : null),
                                assignment.map(Map.Entry::getValue).stream(),
                                replies.stream().map(reply -> reply.first.author()))
                        .flatMap(part -> part)
                        .filter(Participant::isKnown)
                        .findFirst()
                        .orElse(Participant.UNKNOWN);
        Optional<Instant> deadline = policy.deadline(facts());
        String channel = opening.map(ConversationStarted::channel).orElse(Conversation.UNKNOWN_CHANNEL);
        String language = opening.map(ConversationStarted::language).orElse(null);
        boolean eligible = !isFlagged(FlagKind.TEST) && !isFlagged(FlagKind.SPAM);

        Map<String, String> row = new TreeMap<>();
        row.put("channel", channel);
        row.put("language", String.valueOf(language));
        row.put("test", String.valueOf(isFlagged(FlagKind.TEST)));
        row.put("spam", String.valueOf(isFlagged(FlagKind.SPAM)));
        row.put("redacted", String.valueOf(redacted));
        row.put("began_at", String.valueOf(beganAt()));
        row.put("first_part_at", String.valueOf(firstPartAt));
        row.put("agent_id", String.valueOf(agent.id()));
        row.put("agent_name", String.valueOf(agent.name()));
        row.put("first_handoff_at", String.valueOf(handedOffAt));
        row.put("first_handoff_trigger", String.valueOf(handoff == null ? null : handoff.trigger()));
        row.put(
                "last_reply_at",
                String.valueOf(
                        replies.isEmpty()
                                ? null
                                : replies.get(replies.size() - 1).first.stamp().at()));
        row.put("message_count", String.valueOf(messages.size()));
        row.put("reply_count", String.valueOf(replies.size()));
        row.put("deadline", String.valueOf(deadline.orElse(null)));
        row.put(
                "closed_at",
                String.valueOf(closing == null ? null : closing.stamp().at()));
        row.put(
                "closed_by_name",
                String.valueOf(
                        closing == null || redacted && closing.byKind() == AuthorKind.VISITOR
                                ? null
                                : closing.by().name()));
        row.put("ticket_closed", String.valueOf(closing != null && closing.ticketClosed()));

        Map<String, String> rows = new TreeMap<>();
        messages.values().forEach(message -> rows.put("message " + message.id, sight(message, redacted)));
        of(HandoffMade.class)
                .forEach(h -> rows.put(
                        "handoff " + h.stamp().eventId(),
                        String.join(
                                " ",
                                h.stamp().at().toString(),
                                h.trigger().name(),
                                redacted ? "null" : String.valueOf(h.reason()),
                                isLate(h))));
        of(HandoffRequested.class)
                .forEach(r -> rows.put(
                        "handoff_request " + r.stamp().eventId(),
                        String.join(" ", r.stamp().at().toString(), String.valueOf(r.messageId()), isLate(r))));
        of(FeedbackGiven.class)
                .forEach(f -> rows.put(
                        "feedback " + f.stamp().eventId(),
                        String.join(
                                " ",
                                f.stamp().at().toString(),
                                f.rating().name(),
                                String.valueOf(f.messageId()),
                                redacted ? "null" : String.valueOf(f.remark()),
                                isLate(f))));

        Map<Instant, Set<List<Object>>> counted = new HashMap<>();
        if (eligible) {
            List<Object> who = fact(channel, language, agent);
            Instant closedAt = closing == null ? null : closing.stamp().at();
            add(
                    counted,
                    firstPartAt == null ? beganAt() : firstPartAt,
                    who,
                    firstPartAt,
                    isDecided(),
                    handoff == null ? null : handoff.trigger(),
                    assignment.map(first -> first.getKey().at()).orElse(null),
                    closing != null && closing.ticketClosed(),
                    closedAt);
            if (isDecided()) {
                add(counted, verdictDeadline, who, "decided");
            }
            if (closing != null && closing.byKind() == AuthorKind.TEAMMATE) {
                add(counted, closedAt, who, closing.by());
            }
            of(FeedbackGiven.class)
                    .forEach(f -> add(
                            counted, f.stamp().at(), who, f.rating(), f.stamp().eventId()));
        }
        Instant quiet = lastArrivalAt.plus(grace);
        Instant dueAt = isDecided()
                ? null
                : deadline.map(at -> at.isAfter(quiet) ? at : quiet).orElse(null);
        return new Sight(row, rows, counted, dueAt);
    }

    private static String sight(Message message, boolean redacted) {
        boolean visitor = message.first.authorKind() == AuthorKind.VISITOR;
        return String.join(
                " ",
                message.first.stamp().toString(),
                message.latest.stamp().toString(),
                message.first.authorKind().name(),
                String.valueOf(
                        redacted && visitor ? null : message.first.author().name()),
                String.valueOf(message.groundedAt),
                redacted ? "null" : message.latest.text(),
                message.latest.sources().list().size() + "",
                String.valueOf(message.late));
    }

    private String isLate(ConversationEvent event) {
        return String.valueOf(late.contains(event.stamp().eventId()));
    }

    private static void add(Map<Instant, Set<List<Object>>> at, Instant moment, Object... what) {
        at.computeIfAbsent(moment, instant -> new HashSet<>()).add(fact(what));
    }

    private static List<Object> fact(Object... what) {
        return new ArrayList<>(java.util.Arrays.asList(what));
    }

    /** The moments at which something else counts in one than in the other. */
    public static Set<Instant> changed(Sight before, Sight after) {
        Map<Instant, Set<List<Object>>> was = before == null ? Map.of() : before.counted();
        Set<Instant> changed = new HashSet<>(after.counted().keySet());
        changed.addAll(was.keySet());
        changed.removeIf(moment -> Objects.equals(after.counted().get(moment), was.get(moment)));
        return changed;
    }
}
