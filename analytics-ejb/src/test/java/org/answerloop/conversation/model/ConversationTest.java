package org.answerloop.conversation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.answerloop.conversation.model.ContentSources.ContentSource;
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
        conversation.freeze(POLICY.decide(conversation.facts(), deadline), deadline);

        List<Boolean> late = arrive(
                deadline.plusSeconds(60),
                new HandoffMade(stamp(30), HandoffTrigger.RULE, Participant.UNKNOWN, null),
                new FeedbackGiven(stamp(WINDOW.toSeconds()), Rating.NOT_HELPFUL, "m1", null),
                new HandoffMade(stamp(WINDOW.toSeconds() + 1), HandoffTrigger.MANUAL, Participant.UNKNOWN, null));

        assertThat(late).containsExactly(true, true, false);
        assertThat(conversation.handoffs()).extracting(Handoff::isLate).containsExactly(true, false);
        assertThat(conversation.verdict().orElseThrow().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(conversation.verdict().orElseThrow().isDeflected()).isTrue();
        assertThat(conversation.verdict().orElseThrow().deadline()).isEqualTo(deadline);
        assertThatThrownBy(() -> conversation.freeze(POLICY.decide(conversation.facts(), deadline), deadline))
                .isInstanceOf(VerdictIsFinalException.class)
                .hasMessageContaining("c1");
    }

    @Test
    void redactionTakesTheTextAndLeavesTheCounts() {
        arrive(
                START,
                new MessagePosted(
                        stamp(1),
                        "m1",
                        AuthorKind.VISITOR,
                        new Participant("v", "Vera"),
                        "my name is Vera",
                        ContentSources.NONE,
                        Actions.NONE),
                groundedReply("m2", 2),
                new FeedbackGiven(stamp(3), Rating.HELPFUL, "m2", "thanks from Vera"),
                new HandoffMade(stamp(4), HandoffTrigger.AGENT, Participant.UNKNOWN, "Vera is angry"));
        arrive(START.plusSeconds(9), new ConversationRedacted(stamp(8)));
        arrive(START.plusSeconds(10), question("m3", 5));

        assertThat(conversation.messages()).extracting(Message::text).containsOnlyNulls();
        assertThat(conversation.messages().get(0).author()).isEqualTo(Participant.UNKNOWN);
        assertThat(conversation.feedback().get(0).remark()).isNull();
        assertThat(conversation.handoffs().get(0).reason()).isNull();
        assertThat(conversation.course().messageCount()).isEqualTo(3);
        assertThat(conversation.facts().replies().get(0).groundedAt()).isNotNull();
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
        conversation.freeze(POLICY.decide(conversation.facts(), deadline), deadline);

        arrive(deadline.plusSeconds(60), groundedReply("m1", 30));

        assertThat(conversation.messages().get(0).isLate()).isTrue();
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
        return conversation.take(Arrays.asList(events), at, POLICY, GRACE);
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
