package org.answerloop.gap.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.gap.model.Turns.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which questions of a conversation seem not to have been answered. */
class DerivationTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-02T09:00:00Z");
    private static final DerivationRule BOTH = new DerivationRule("source", true, true);

    private final Turns turns = new Turns();
    private final Map<String, String> texts = new HashMap<>();
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
        turns.handoffRequest(wish);
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

    @Test
    void of_very_many_questions_the_last_ones_are_derived() {
        for (int i = 0; i < Derivation.MOST_QUESTIONS + 3; i++) {
            visitor("Question number " + i + "?");
            agent("I do not know", false);
        }

        assertThat(derived(BOTH))
                .hasSize(Derivation.MOST_QUESTIONS)
                .contains("BEFORE_UNGROUNDED_REPLY Question number 3?")
                .doesNotContain("BEFORE_UNGROUNDED_REPLY Question number 2?");
    }

    @ParameterizedTest
    @CsvSource({"thanks,false", "all right,false", "ok?,true", "my card is lost,true", "払い戻しはいつですか,true", "はい,false"})
    void not_everything_that_is_written_asks_for_something(String text, boolean asks) {
        assertThat(Derivation.asks(text)).isEqualTo(asks);
    }

    private List<String> derived(DerivationRule rule) {
        return Derivation.of(turns, rule).stream()
                .map(question -> question.signal() + " " + texts.get(question.messageId()))
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
        texts.put(message, text);
        turns.message(
                new Turn(message, now(), author, grounded, author == AuthorKind.VISITOR && Derivation.asks(text)));
        return message;
    }

    private void handedOff() {
        turns.handoff(now());
    }

    private Instant now() {
        return BEGINNING.plus(Duration.ofMinutes(minute++));
    }
}
