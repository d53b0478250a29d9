package org.answerloop.system.inside;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.application.TopicDrafts;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicDraft;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicState;
import org.answerloop.gap.model.WrittenAnswer;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers to topics that are begun by one editor, and finished later, or by another one. */
@ExtendWith(ArquillianExtension.class)
class TopicDraftsIT {

    private static final String QUESTION = "När öppnar ni?";
    private static final String BEGUN = "Vi öppnar klockan …";
    private static final String FINISHED = "Vi öppnar klockan nio.";

    @EJB
    private TopicDrafts drafts;

    @EJB
    private TopicWorkflow workflow;

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @Inject
    private Staff staff;

    @Inject
    private TopicEditing editing;

    private Rows rows;
    private Stocked topic;

    @BeforeEach
    void twoEditorsHaveSeats() {
        rows = editing.rows();
        topic = editing.topic(2);
        staff.onlySeatsAreOf("edgar", "edith");
    }

    @Test
    void what_one_editor_has_begun_another_one_finishes_and_resolves_the_topic_with() {
        long draft = save("edgar", null, BEGUN);

        assertThat(find().row().standing().state()).isEqualTo(TopicState.OPEN);
        assertThat(find().answer()).isNull();
        assertThat(find().draft()).satisfies(begun -> {
            assertThat(begun.id()).isEqualTo(draft);
            assertThat(begun.wording()).isEqualTo(wording(BEGUN));
            assertThat(begun.by()).isEqualTo("edgar");
        });
        assertThat(answer(draft).publishedRevision()).isEmpty();
        // The machine makes no other topic of it meanwhile.
        assertThat(rows.count(
                        "select count(*) from unanswered_question where topic_id = ? and not placed", topic.topic()))
                .isZero();
        assertThat(save("edgar", find().draft(), BEGUN + " nio")).isEqualTo(draft);

        WrittenAnswer finished = written(find().draft(), FINISHED);
        assertThat(editing.as("edith", () -> drafts.resolve(topic.topic(), version(), finished)))
                .isEqualTo(draft);

        assertThat(find().row().standing().state()).isEqualTo(TopicState.RESOLVED);
        assertThat(find().row().standing().settledBy()).isEqualTo("edith");
        assertThat(find().answer().id()).isEqualTo(draft);
        assertThat(find().draft()).isNull();
        assertThat(answer(draft)).satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(AnswerState.PUBLISHED);
            assertThat(answer.wording()).isEqualTo(wording(FINISHED));
            assertThat(answer.publishedRevision()).contains(3);
        });
        assertThat(rows.of(
                        "select concat(who, ' ', action) from audit_entry where subject in (?, ?) order by id",
                        "topic/" + topic.topic(),
                        "answer/" + draft))
                .containsExactly(
                        "edgar answer.created",
                        "edgar topic.drafted",
                        "edgar answer.edited",
                        "edgar topic.drafted",
                        "edith answer.edited",
                        "edith answer.published",
                        "edith topic.resolved");
    }

    @Test
    void what_is_written_at_once_resolves_the_topic_without_a_draft() {
        long answer = editing.as("edgar", () -> drafts.resolve(topic.topic(), 0, written(null, FINISHED)));

        assertThat(find().answer().id()).isEqualTo(answer);
        assertThat(answer(answer).publishedRevision()).contains(1);
    }

    @Test
    void whoever_has_not_read_the_latest_draft_learns_who_wrote_it() {
        long draft = save("edgar", null, BEGUN);
        TopicDraft read = find().draft();
        long version = version();
        assertThatThrownBy(() -> editing.as("edith", () -> drafts.save(topic.topic(), 0, written(null, "Mine."))))
                .isInstanceOfSatisfying(
                        TopicChangedException.class,
                        changed -> assertThat(changed.by()).isEqualTo("edgar"));

        editing.does("edith", () -> answers.revise(draft, read.version(), wording("Hers.")));

        for (Callable<?> late : List.<Callable<?>>of(
                () -> drafts.save(topic.topic(), version, written(read, FINISHED)),
                () -> drafts.resolve(topic.topic(), version, written(read, FINISHED)))) {
            assertThatThrownBy(() -> editing.as("edgar", late))
                    .isInstanceOfSatisfying(
                            OvertakenException.class,
                            overtaken -> assertThat(overtaken.by()).isEqualTo("edith"));
        }
        assertThat(find().draft().wording()).isEqualTo(wording("Hers."));
        assertThat(find().row().standing().state()).isEqualTo(TopicState.OPEN);
    }

    @Test
    void a_draft_takes_both_the_role_and_a_seat() {
        staff.takeSeat("edith");
        staff.seat("maya");
        long before = rows.count("select count(*) from audit_entry");
        List<Callable<?>> changes = List.of(
                () -> drafts.save(topic.topic(), 0, written(null, BEGUN)),
                () -> drafts.resolve(topic.topic(), 0, written(null, BEGUN)));
        for (Callable<?> change : changes) {
            for (String login : List.of("maya", "vera", "ada")) {
                assertThatThrownBy(() -> editing.as(login, change)).isInstanceOf(EJBAccessException.class);
            }
            assertThatThrownBy(() -> editing.as("edith", change)).isInstanceOf(NoSeatException.class);
            assertThatThrownBy(change::call).isInstanceOf(EJBAccessException.class);
        }
        assertThat(rows.count("select count(*) from audit_entry")).isEqualTo(before);
        assertThat(version()).isZero();
    }

    @Test
    void what_is_no_answer_and_no_open_topic_keeps_no_draft() {
        long before = rows.count("select count(*) from short_answer");
        assertThatThrownBy(() -> save("edgar", null, " ")).isInstanceOf(UnusableAnswerException.class);
        assertThat(find().draft()).isNull();
        editing.does("edgar", () -> workflow.dismiss(topic.topic(), 0, null));
        assertThatThrownBy(() -> save("edgar", null, BEGUN)).isInstanceOf(TopicRefusedException.class);
        assertThat(rows.count("select count(*) from short_answer")).isEqualTo(before);
    }

    @Test
    void a_draft_that_was_archived_is_begun_anew() {
        long draft = save("edgar", null, BEGUN);
        long version = find().draft().version();
        editing.does("edgar", () -> answers.archive(draft, version));
        assertThat(find().draft()).isNull();

        assertThat(save("edgar", null, FINISHED)).isNotEqualTo(draft);
        assertThat(find().draft().wording()).isEqualTo(wording(FINISHED));
    }

    @Test
    void a_topic_that_others_are_merged_into_goes_on_with_their_draft() {
        long draft = save("edgar", null, BEGUN);
        Stocked into = editing.topic(1);
        editing.does("edgar", () -> workflow.merge(into.topic(), 0, List.of(topic.topic())));

        assertThat(find().row().id()).isEqualTo(into.topic());
        assertThat(find().draft().id()).isEqualTo(draft);
    }

    private long save(String login, TopicDraft read, String answer) {
        return editing.as(login, () -> drafts.save(topic.topic(), version(), written(read, answer)));
    }

    private static WrittenAnswer written(TopicDraft read, String answer) {
        return new WrittenAnswer(QUESTION, answer, TopicStock.LANGUAGE, read == null ? null : read.version());
    }

    private static Wording wording(String answer) {
        return new Wording(QUESTION, answer, TopicStock.LANGUAGE);
    }

    private long version() {
        return rows.count("select version from topic where id = ?", topic.topic());
    }

    private TopicDetail find() {
        return editing.find(topic);
    }

    private ShortAnswer answer(long id) {
        return editing.as("vera", () -> catalogue.find(id)).orElseThrow();
    }
}
