package org.answerloop.answer.model;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShortAnswerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Wording FIRST = new Wording("Where is it?", "Here.", "en");
    private static final Wording SECOND = new Wording("Where is it?", "There.", "en");

    @Test
    void the_agent_reads_the_published_revision_until_the_next_is_published() {
        ShortAnswer answer = new ShortAnswer(FIRST, "edgar", NOON);
        assertThat(answer.state()).isEqualTo(AnswerState.DRAFT);
        answer.publish(revision(1, FIRST, "edgar"), false, "edgar", NOON);
        assertThat(answer.state()).isEqualTo(AnswerState.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({"true, edgar, false", "true, emma, true", "false, edgar, true", "false, emma, true"})
    void where_another_editor_has_to_publish_the_author_may_not(boolean byTwo, String publisher, boolean allowed) {
        ShortAnswer answer = new ShortAnswer(FIRST, "edgar", NOON);
        AnswerRevision latest = revision(1, FIRST, "edgar");

        if (allowed) {
            answer.publish(latest, byTwo, publisher, NOON);
            assertThat(answer.publishedRevision()).contains(1);
            assertThat(latest.publishedBy()).contains(publisher);
        } else {
            refused(UnusableAnswerException.Reason.OWN_TEXT, () -> answer.publish(latest, byTwo, publisher, NOON));
            assertThat(answer.state()).isEqualTo(AnswerState.DRAFT);
        }
    }

    @Test
    void an_archived_answer_is_not_changed_until_it_is_taken_out() {
        ShortAnswer answer = new ShortAnswer(FIRST, "edgar", NOON);
        answer.archive("edgar", NOON);

        refused(UnusableAnswerException.Reason.ARCHIVED, () -> answer.archive("edgar", NOON));
        refused(
                UnusableAnswerException.Reason.ARCHIVED,
                () -> answer.publish(revision(1, FIRST, "edgar"), false, "edgar", NOON));
        answer.takeOutOfTheArchive("edgar", NOON);
        assertThat(answer.state()).isEqualTo(AnswerState.DRAFT);
        refused(UnusableAnswerException.Reason.NOT_ARCHIVED, () -> answer.takeOutOfTheArchive("edgar", NOON));
    }

    @Test
    void a_wording_is_tidy() {
        Wording wording = new Wording("  How\r\n do I?\u0000 ", "One\r\ntwo\rthree\u0007 ", "EN-us");
        assertThat(wording).isEqualTo(new Wording("How do I?", "One\ntwo\nthree", "en-US"));
        assertThat(FIRST).isNotEqualTo(SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000"})
    void empty_parts_are_refused(String nothing) {
        refused(UnusableAnswerException.Reason.QUESTION, () -> new Wording(nothing, "x", "en"));
        refused(UnusableAnswerException.Reason.ANSWER, () -> new Wording("x", nothing, "en"));
    }

    @Test
    void what_is_too_long_is_refused_and_the_longest_is_not() {
        assertThat(new Wording("q".repeat(Wording.QUESTION), "a".repeat(Wording.ANSWER), "fr").language())
                .isEqualTo("fr");
        refused(
                UnusableAnswerException.Reason.QUESTION,
                () -> new Wording("q".repeat(Wording.QUESTION + 1), "a", "fr"));
        refused(UnusableAnswerException.Reason.ANSWER, () -> new Wording("q", "a".repeat(Wording.ANSWER + 1), "fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english please", "und", "e", "<b>"})
    void what_is_no_language_is_refused(String tag) {
        refused(UnusableAnswerException.Reason.LANGUAGE, () -> new Wording("q", "a", tag));
    }

    private static AnswerRevision revision(int number, Wording wording, String by) {
        return new AnswerRevision(7, number, wording, by, NOON, null);
    }

    private static void refused(UnusableAnswerException.Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        UnusableAnswerException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
