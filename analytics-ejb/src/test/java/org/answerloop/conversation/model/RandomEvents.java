package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.answerloop.conversation.model.ContentSources.ContentSource;

/**
 * Events of one conversation that are told in no order: many at one moment, messages that are stated again earlier and
 * later and by others, and gaps that the window is about as long as.
 */
public final class RandomEvents {

    private static final Instant BEGINNING = Instant.parse("2026-01-10T08:00:00Z");
    private static final int KINDS = 16;

    private final Random random;
    private final int hours;
    private final int messages;
    private int number;

    /** @param messages so many ids of messages there are: the fewer, the more often one is stated again */
    public RandomEvents(Random random, int hours, int messages) {
        this.random = random;
        this.hours = hours;
        this.messages = messages;
    }

    public List<ConversationEvent> take(int count) {
        List<ConversationEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    private ConversationEvent next() {
        number++;
        // Few moments, so that ties occur; some of them a microsecond before or after the hour.
        Instant at = BEGINNING
                .plus(Duration.ofHours(random.nextInt(hours)))
                .plusNanos(random.nextInt(8) == 0 ? 1000L * (random.nextInt(3) - 1) : 0);
        // The order of the ids is not that of the telling.
        Stamp stamp = new Stamp(at, "e" + random.nextInt(1_000) + "-" + number);
        Participant agent = random.nextInt(3) == 0 ? Participant.UNKNOWN : named("a" + random.nextInt(3));
        return switch (random.nextInt(KINDS)) {
            case 0 ->
                new ConversationStarted(
                        stamp,
                        "channel" + random.nextInt(3),
                        random.nextInt(3) == 0 ? null : "l" + random.nextInt(2),
                        null,
                        random.nextInt(3) == 0 ? named("a9") : Participant.UNKNOWN,
                        random.nextInt(9) == 0);
            case 1 -> new AgentAssigned(stamp, named("a" + random.nextInt(3)));
            case 2 -> message(stamp, AuthorKind.VISITOR, random.nextBoolean() ? named("v") : Participant.UNKNOWN);
            case 3, 4, 5, 6, 7 -> message(stamp, AuthorKind.CUSTOMER_AGENT, agent);
            case 8 -> message(stamp, AuthorKind.TEAMMATE, named("t"));
            case 9 -> new HandoffRequested(stamp, messageId());
            case 10 -> new HandoffMade(stamp, pick(HandoffTrigger.values()), named("t"), "reason " + number);
            case 11, 12 ->
                new FeedbackGiven(
                        stamp, pick(Rating.values()), random.nextInt(3) == 0 ? null : messageId(), "remark " + number);
            case 13 -> new ConversationClosed(stamp, pick(AuthorKind.values()), agent, random.nextBoolean());
            case 14 ->
                random.nextInt(12) == 0 ? new ConversationRedacted(stamp) : new QuestionUnanswered(stamp, "why?", null);
            default -> new ConversationFlagged(stamp, pick(FlagKind.values()), random.nextInt(3) == 0);
        };
    }

    private MessagePosted message(Stamp stamp, AuthorKind kind, Participant author) {
        ContentSources sources = random.nextInt(4) == 0
                ? new ContentSources(List.of(new ContentSource("article", "a" + number, null, null)))
                : ContentSources.NONE;
        return new MessagePosted(stamp, messageId(), kind, author, "text " + number, sources, Actions.NONE);
    }

    private String messageId() {
        return "m" + random.nextInt(messages);
    }

    private static Participant named(String id) {
        return new Participant(id, "Name of " + id);
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
