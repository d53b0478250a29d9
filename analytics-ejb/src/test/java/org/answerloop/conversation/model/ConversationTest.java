package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.conversation.model.ContentSources.ContentSource;
import org.answerloop.conversation.model.Taken.Occurred;
import org.answerloop.resolution.model.Outcome;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConversationTest {

    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final ResolutionPolicy POLICY = new ResolutionPolicy(WINDOW);

    private final Conversation conversation = new Conversation(new ConversationKey("desk", "c1"));
    private final WholeConversation whole = new WholeConversation();
    private final Map<String, StatedMessage> messages = new HashMap<>();
    private Taken taken;

    @Test
    void withoutAStartItBeginsWithItsEarliestEventOnAnUnknownChannel() {
        arrive(START.plusSeconds(9), reply("m2", 5), question("m1", 3));

        assertThat(conversation.course().beganAt()).isEqualTo(START.plusSeconds(3));
        assertThat(conversation.channel()).isEqualTo("unknown");

        arrive(
                START.plusSeconds(10),
                new ConversationStarted(stamp(4), "chat", "en", null, Participant.UNKNOWN, false));
        assertThat(conversation.course().beganAt()).isEqualTo(START.plusSeconds(4));
        assertThat(conversation.channel()).isEqualTo("chat");
    }

    @Test
    void theVerdictIsFinalAndLateEventsAreMarked() {
        arrive(START, groundedReply("m1", 0));
        Instant deadline = START.plus(WINDOW);
        conversation.freeze(POLICY.decide(whole.facts(), deadline), deadline);

        List<Boolean> late = arrive(
                deadline.plusSeconds(60),
                new HandoffMade(stamp(30), HandoffTrigger.RULE, Participant.UNKNOWN, null),
                new FeedbackGiven(stamp(WINDOW.toSeconds()), Rating.NOT_HELPFUL, "m1", null),
                new HandoffMade(stamp(WINDOW.toSeconds() + 1), HandoffTrigger.MANUAL, Participant.UNKNOWN, null));

        assertThat(late).containsExactly(true, true, false);
        assertThat(taken.handoffs()).extracting(Occurred::late).containsExactly(true, false);
        assertThat(conversation.verdict().orElseThrow().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(conversation.verdict().orElseThrow().isDeflected()).isTrue();
        assertThat(conversation.verdict().orElseThrow().deadline()).isEqualTo(deadline);
        assertThatThrownBy(() -> conversation.freeze(POLICY.decide(whole.facts(), deadline), deadline))
                .isInstanceOf(VerdictIsFinalException.class)
                .hasMessageContaining("c1");
    }

    @Test
    void itIsRedactedOnceAndCountsWhatComesAfterwards() {
        arrive(START, question("m1", 1), groundedReply("m2", 2));
        assertThat(taken.isRedacted()).isFalse();

        arrive(
                START.plusSeconds(9),
                new ConversationRedacted(stamp(8)),
                new ConversationClosed(stamp(9), AuthorKind.VISITOR, new Participant("v", "Vera"), true));
        assertThat(taken.isRedacted()).isTrue();
        assertThat(conversation.closing().orElseThrow().by()).isEqualTo(Participant.UNKNOWN);

        arrive(START.plusSeconds(10), question("m3", 5), new ConversationRedacted(stamp(11)));
        assertThat(taken.isRedacted()).isFalse();
        assertThat(conversation.isRedacted()).isTrue();
        assertThat(conversation.messageCount()).isEqualTo(3);
    }

    @Test
    void whatCannotBeToldFromWhatItKeepsIsLookedUp() {
        arrive(START, reply("m1", 0));
        assertThat(conversation.isUncertain()).isFalse();

        long window = WINDOW.toSeconds();
        arrive(START, reply("m3", window + 60));
        assertThat(conversation.isUncertain()).as("it belongs to no verdict").isFalse();
        assertThat(conversation.course().deadline()).isEqualTo(START.plus(WINDOW));

        arrive(START, reply("m2", 120));
        assertThat(conversation.isUncertain())
                .as("what came after the gap may follow")
                .isTrue();
    }

    @Test
    void theLatestWordOnAFlagCounts() {
        arrive(
                START,
                new ConversationFlagged(stamp(20), FlagKind.TEST, false),
                new ConversationFlagged(stamp(10), FlagKind.TEST, true),
                new ConversationFlagged(stamp(10), FlagKind.SPAM, true));

        assertThat(conversation.isTest()).isFalse();
        assertThat(conversation.isSpam()).isTrue();
    }

    @Test
    void theAgentIsTheOneThatFirstTookPart() {
        arrive(
                START,
                new AgentAssigned(stamp(0), new Participant("basil", "Basil")),
                reply("m2", 20),
                new MessagePosted(
                        stamp(10),
                        "m1",
                        AuthorKind.CUSTOMER_AGENT,
                        new Participant("cora", "Cora"),
                        "hello",
                        ContentSources.NONE,
                        Actions.NONE));

        assertThat(conversation.course().agent()).isEqualTo(new Participant("cora", "Cora"));
        assertThat(conversation.course().firstPartAt()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void anAgentThatAnswersAfterTheHandoffOfAnotherDidNotTakePartFirst() {
        arrive(
                START,
                new AgentAssigned(stamp(0), new Participant("basil", "Basil")),
                new HandoffMade(stamp(5), HandoffTrigger.AGENT, Participant.UNKNOWN, null),
                new MessagePosted(
                        stamp(9),
                        "m1",
                        AuthorKind.CUSTOMER_AGENT,
                        new Participant("cora", "Cora"),
                        "hello",
                        ContentSources.NONE,
                        Actions.NONE));

        assertThat(conversation.course().agent().id()).isEqualTo("basil");
    }

    @Test
    void whatIsStatedOfAMessageAfterTheVerdictMarksItLate() {
        arrive(START, reply("m1", 0));
        Instant deadline = START.plus(WINDOW);
        conversation.freeze(POLICY.decide(whole.facts(), deadline), deadline);

        arrive(deadline.plusSeconds(60), groundedReply("m1", 30));

        assertThat(messages.get("m1").isLate()).isTrue();
        assertThat(conversation.verdict().orElseThrow().outcome()).isEqualTo(Outcome.NOT_RESOLVED);
    }

    @Test
    void handedOffBeforeAnyAnswerTheAssignedAgentTookPart() {
        arrive(
                START,
                new AgentAssigned(stamp(0), new Participant("basil", "Basil")),
                new HandoffMade(stamp(5), HandoffTrigger.AGENT, Participant.UNKNOWN, null));

        assertThat(conversation.course().agent().id()).isEqualTo("basil");
        assertThat(conversation.course().firstPartAt()).isEqualTo(START.plusSeconds(5));
    }

    private List<Boolean> arrive(Instant at, ConversationEvent... events) {
        taken = conversation.take(Arrays.asList(events), messages, at, POLICY, GRACE);
        taken.messages().forEach(message -> messages.put(message.id(), message));
        whole.take(Arrays.asList(events), at);
        return taken.lateness();
    }

    private static Stamp stamp(long seconds) {
        return new Stamp(START.plusSeconds(seconds), "e" + seconds);
    }

    private static MessagePosted question(String id, long seconds) {
        return message(id, AuthorKind.VISITOR, seconds, ContentSources.NONE);
    }

    private static MessagePosted reply(String id, long seconds) {
        return message(id, AuthorKind.CUSTOMER_AGENT, seconds, ContentSources.NONE);
    }

    private static MessagePosted groundedReply(String id, long seconds) {
        return message(
                id,
                AuthorKind.CUSTOMER_AGENT,
                seconds,
                new ContentSources(List.of(new ContentSource("article", "a1", "Refunds", null))));
    }

    private static MessagePosted message(String id, AuthorKind kind, long seconds, ContentSources sources) {
        return new MessagePosted(stamp(seconds), id, kind, Participant.UNKNOWN, "text", sources, Actions.NONE);
    }
}
