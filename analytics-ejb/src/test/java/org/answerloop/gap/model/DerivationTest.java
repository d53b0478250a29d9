package org.answerloop.gap.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.conversation.model.Actions;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ContentSources;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.HandoffMade;
import org.answerloop.conversation.model.HandoffRequested;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.MessagePosted;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.resolution.model.ResolutionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which questions of a conversation seem not to have been answered. */
class DerivationTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-02T09:00:00Z");
    private static final DerivationRule BOTH = new DerivationRule("source", true, true);

    private final List<ConversationEvent> events = new ArrayList<>();
    private int minute;

    @Test
    void a_question_whose_replies_refer_to_nothing_is_derived() {
        visitor("How do I get there?");
        agent("By train, I think", false);

        assertThat(derived(BOTH)).containsExactly("BEFORE_UNGROUNDED_REPLY How do I get there?");
    }

    @Test
    void one_grounded_reply_before_the_next_question_answers_it() {
        visitor("How do I get there?");
        agent("One moment, please", false);
        agent("By train", true);
        visitor("And where do I park?");
        agent("Behind the house, I think", false);

        assertThat(derived(BOTH)).containsExactly("BEFORE_UNGROUNDED_REPLY And where do I park?");
    }

    @Test
    void the_last_question_before_a_handoff_is_derived_although_it_got_a_reply() {
        visitor("How do I get there?");
        agent("By train", true);
        visitor("Which one of them?");
        agent("The blue one", true);
        visitor("ok");
        handedOff();

        assertThat(derived(BOTH)).containsExactly("BEFORE_HANDOFF Which one of them?");
    }

    @Test
    void a_wish_for_a_human_is_no_question() {
        visitor("How do I get there?");
        String wish = visitor("I want to talk to somebody");
        events.add(new HandoffRequested(stamp(), wish));
        handedOff();

        assertThat(derived(BOTH)).containsExactly("BEFORE_HANDOFF How do I get there?");
    }

    @Test
    void a_greeting_of_the_agent_answers_nothing() {
        agent("Hello, how can I help?", false);

        assertThat(derived(BOTH)).isEmpty();
    }

    @Test
    void only_what_was_decided_is_derived() {
        visitor("How do I get there?");
        agent("By train, I think", false);
        visitor("Which one of them?");
        handedOff();

        assertThat(derived(new DerivationRule("source", true, false)))
                .containsExactly("BEFORE_HANDOFF Which one of them?");
        assertThat(derived(new DerivationRule("source", false, true)))
                .containsExactly("BEFORE_UNGROUNDED_REPLY How do I get there?");
        assertThat(derived(DerivationRule.none("source"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"thanks,false", "all right,false", "ok?,true", "my card is lost,true", "払い戻しはいつですか,true", "はい,false"})
    void not_everything_that_is_written_asks_for_something(String text, boolean asks) {
        assertThat(Derivation.asks(text)).isEqualTo(asks);
    }

    private List<String> derived(DerivationRule rule) {
        Conversation conversation = new Conversation(new ConversationKey("source", "1"));
        conversation.take(events, BEGINNING, new ResolutionPolicy(Duration.ofHours(72)), Duration.ofMinutes(10));
        return Derivation.of(conversation, rule).stream()
                .map(question -> question.signal() + " " + question.question())
                .toList();
    }

    private String visitor(String text) {
        return says(AuthorKind.VISITOR, text, false);
    }

    private void agent(String text, boolean grounded) {
        says(AuthorKind.CUSTOMER_AGENT, text, grounded);
    }

    private String says(AuthorKind author, String text, boolean grounded) {
        String message = "message " + minute;
        Actions actions = grounded ? new Actions(List.of("look_up")) : Actions.NONE;
        events.add(
                new MessagePosted(stamp(), message, author, Participant.UNKNOWN, text, ContentSources.NONE, actions));
        return message;
    }

    private void handedOff() {
        events.add(new HandoffMade(stamp(), HandoffTrigger.AGENT, Participant.UNKNOWN, null));
    }

    private Stamp stamp() {
        return new Stamp(BEGINNING.plus(Duration.ofMinutes(minute)), "event " + minute++);
    }
}
