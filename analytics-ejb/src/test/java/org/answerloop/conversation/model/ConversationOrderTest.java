package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.answerloop.conversation.model.ContentSources.ContentSource;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.answerloop.resolution.model.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

/** Whatever the order, repetition and splitting of the events: the state after them, and the verdict, are the same. */
class ConversationOrderTest {

    private static final Instant START = Instant.parse("2026-01-10T08:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2026-02-20T08:00:00Z");
    private static final ResolutionPolicy POLICY = new ResolutionPolicy(Duration.ofHours(72));

    @Test
    void orderAndSplittingMakeNoDifference() {
        qt().forAll(lists().of(integers().between(0, KINDS * HOURS - 1)).ofSizeBetween(1, 30), longs().all())
                .checkAssert((codes, seed) -> {
                    List<ConversationEvent> events = events(codes);
                    Random random = new Random(seed);
                    List<ConversationEvent> shuffled = new ArrayList<>(events);
                    Collections.shuffle(shuffled, random);

                    assertThat(told(pieces(shuffled, random))).isEqualTo(told(List.of(events)));
                });
    }

    @Test
    void statingAMessageAgainMakesNoDifference() {
        qt().forAll(lists().of(integers().between(0, KINDS * HOURS - 1)).ofSizeBetween(1, 30), longs().all())
                .checkAssert((codes, seed) -> {
                    List<ConversationEvent> events = events(codes);
                    List<ConversationEvent> twice = new ArrayList<>(events);
                    events.stream().filter(MessagePosted.class::isInstance).forEach(twice::add);
                    Collections.shuffle(twice, new Random(seed));

                    assertThat(told(List.of(twice))).isEqualTo(told(List.of(events)));
                });
    }

    private static final int KINDS = 14;
    private static final int HOURS = 240;

    /** Each code is a kind of event at an hour; many share an hour, so that ties occur. */
    private static List<ConversationEvent> events(List<Integer> codes) {
        List<ConversationEvent> events = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            int kind = codes.get(i) % KINDS;
            Instant at = START.plus(Duration.ofHours(codes.get(i) / KINDS));
            events.add(event(kind, new Stamp(at, "e" + i), i));
        }
        return events;
    }

    private static ConversationEvent event(int kind, Stamp stamp, int number) {
        Participant agent = new Participant("a" + number % 2, "Agent " + number % 2);
        return switch (kind) {
            case 0 ->
                new ConversationStarted(
                        stamp, "channel" + number % 3, "fr", new Ticket("T" + number, null), agent, number % 2 == 0);
            case 1 -> new AgentAssigned(stamp, agent);
            case 2 -> message(stamp, "m" + number % 7, AuthorKind.VISITOR, Participant.UNKNOWN, ContentSources.NONE);
            case 3, 4 -> message(stamp, "m" + number % 7, AuthorKind.CUSTOMER_AGENT, agent, ContentSources.NONE);
            case 5 ->
                message(
                        stamp,
                        "m" + number % 7,
                        AuthorKind.CUSTOMER_AGENT,
                        agent,
                        new ContentSources(List.of(new ContentSource("article", "a" + number, null, null))));
            case 6 -> message(stamp, "t" + number, AuthorKind.TEAMMATE, Participant.UNKNOWN, ContentSources.NONE);
            case 7 -> new HandoffRequested(stamp, "m" + number % 7);
            case 8 -> new HandoffMade(stamp, HandoffTrigger.values()[number % 3], Participant.UNKNOWN, null);
            case 9 ->
                new FeedbackGiven(
                        stamp, Rating.values()[number % 2], number % 3 == 0 ? null : "m" + number % 7, "remark");
            case 10 -> new ConversationClosed(stamp, AuthorKind.TEAMMATE, agent, number % 2 == 0);
            case 11 -> new QuestionUnanswered(stamp, "why?", null);
            // Rarely, or nothing would be left to compare.
            case 12 -> number % 5 == 0 ? new ConversationRedacted(stamp) : new HandoffRequested(stamp, null);
            default -> new ConversationFlagged(stamp, FlagKind.values()[number % 2], number % 3 == 0);
        };
    }

    private static MessagePosted message(
            Stamp stamp, String id, AuthorKind kind, Participant author, ContentSources sources) {
        return new MessagePosted(stamp, id, kind, author, "text of " + stamp.eventId(), sources, Actions.NONE);
    }

    private static List<List<ConversationEvent>> pieces(List<ConversationEvent> events, Random random) {
        List<List<ConversationEvent>> pieces = new ArrayList<>();
        int from = 0;
        while (from < events.size()) {
            int to = from + 1 + random.nextInt(events.size() - from);
            pieces.add(events.subList(from, to));
            from = to;
        }
        return pieces;
    }

    /** Everything that can be seen of a conversation after it was told, verdict included. */
    private static String told(List<List<ConversationEvent>> pieces) {
        Conversation conversation = new Conversation(new ConversationKey("s", "c"));
        pieces.forEach(piece -> conversation.take(piece, ARRIVAL, POLICY, Duration.ZERO));
        Course course = conversation.course();
        String verdict = POLICY.deadline(conversation.facts())
                .map(deadline -> POLICY.decide(conversation.facts(), deadline))
                .map(Verdict::toString)
                .orElse("none");
        String messages = conversation.messages().stream()
                .map(m -> m.externalId() + m.occurredAt() + m.authorKind() + m.author() + m.text() + m.sources())
                .sorted()
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                conversation.channel() + conversation.language() + conversation.ticket(),
                "" + conversation.isTest() + conversation.isSpam() + conversation.isTicketClosed(),
                conversation.closing().map(c -> c.at() + "" + c.by()).orElse("open"),
                "" + course.beganAt() + course.firstPartAt() + course.agent(),
                "" + course.messageCount() + course.deadline(),
                messages,
                verdict);
    }
}
