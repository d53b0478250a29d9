package org.answerloop.system.inside;

import java.time.Instant;
import java.util.List;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.inside.Rivals.done;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of topics when a conversation is taken back while they stand. */
@ExtendWith(ArquillianExtension.class)
class TopicWithdrawalIT {

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private Topics topics;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @Inject
    private Visitors visitors;

    @BeforeEach
    void edgarHasASeat() {
        staff.onlySeatsAreOf("edgar");
    }

    @Test
    void what_was_asked_in_a_redacted_conversation_is_gone_and_what_a_person_wrote_stays() {
        String asked = "Min faster Mirabella Quist undrar var hennes paket ligger nu";
        ConversationStory told = aConversation(
                        "/tests/topics-meanwhile",
                        "redacted-" + System.nanoTime(),
                        Instant.parse("2026-11-20T08:00:00Z"))
                .startsOn("web", "nb")
                .couldNotBeAnswered(asked);
        visitors.take(told);
        long topic = visitors.topicOf(told);
        assertThat(Eventually.within(
                        Visitors.PATIENCE, () -> editing.find(topic).row().conversations() == 1))
                .isTrue();
        long question = editing.as("vera", () -> topics.questions(topic, QuestionFilter.ALL, null, 1))
                .rows()
                .get(0)
                .id();
        Stocked named = editing.topic(1, "nb");
        editing.as("edgar", () -> {
            workflow.move(named.questions(), topic);
            workflow.dismissQuestions(topic, List.of(question), "Mirabella ringde oss");
            return done(() -> workflow.rename(topic, version(topic), "Paketet till Mirabella"));
        });

        visitors.take(told.isRedacted());

        assertThat(editing.rows().count("select count(*) from unanswered_question where question like '%Quist%'"))
                .isZero();
        assertThat(editing.find(topic).row().title()).isEqualTo("Paketet till Mirabella");
        assertThat(editing.find(topic).row().phrases()).doesNotContainIgnoringCase("quist");
        assertThat(
                        editing.rows()
                                .count(
                                        "select count(*) from topic where lower(title) like '%quist%' or lower(phrases) like '%quist%'"))
                .isZero();
        assertThat(editing.rows()
                        .count("select count(*) from audit_entry where lower(concat(coalesce(before_it, ''),"
                                + " coalesce(after_it, ''))) like '%quist%'"))
                .isZero();
        assertThat(editing.as("vera", () -> topics.questions(topic, QuestionFilter.ALL, null, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void spam_ceases_to_count_at_once() {
        ConversationStory told = aConversation(
                        "/tests/topics-meanwhile", "spam-" + System.nanoTime(), Instant.parse("2026-11-20T08:00:00Z"))
                .startsOn("web", "fi")
                .couldNotBeAnswered("Osta halpoja kelloja nyt heti?");
        visitors.take(told);
        long topic = visitors.topicOf(told);
        assertThat(Eventually.within(Visitors.PATIENCE, () -> counted(topic) == 1))
                .isTrue();

        visitors.take(told.isFlagged("spam"));

        assertThat(editing.find(topic).row().conversations()).isZero();
        assertThat(Eventually.within(Visitors.PATIENCE, () -> counted(topic) == 0))
                .isTrue();
    }

    private long counted(long topic) {
        return editing.rows().count("select conversations from topic where id = ?", topic);
    }

    private long version(long topic) {
        return topics.find(topic).orElseThrow().row().standing().version();
    }
}
