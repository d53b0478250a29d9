package org.answerloop.gap.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.answerloop.gap.model.KnownSubjects.wording;
import static org.assertj.core.api.Assertions.assertThat;

/** Of questions in the same words one stands for all; nothing is left of what is forgotten. */
class ForgottenQuestionsTest {

    private final KnownSubjects known = new KnownSubjects();

    @Test
    void a_question_that_is_forgotten_is_moved_nowhere_and_draws_nobody() {
        known.ask(300, 3);
        List<Long> forgotten = known.subjects.keySet().stream()
                .filter(question -> known.subjects.get(question) == 2)
                .toList();
        Set<Long> gone = new HashSet<>(known.topicsOfSubjects().get(2));
        forgotten.forEach(question -> {
            known.grouping.forget(question);
            known.subjects.remove(question);
            known.topics.remove(question);
        });
        known.ask(300, 3);

        assertThat(known.topics).doesNotContainKeys(forgotten.toArray(new Long[0]));
        assertThat(known.topicsOfSubjects().get(2)).hasSize(1).doesNotContainAnyElementsOf(gone);
    }

    @Test
    void what_is_asked_in_nearly_the_same_words_is_one_wording() {
        known.ask(300, 5);
        float[] vector = known.direction();
        known.grouping.assign(1_000, wording(1_000), vector);
        int size = known.grouping.size();
        for (long question = 1_001; question < 1_050; question++) {
            known.grouping.assign(question, wording(question), known.nearly(vector));
        }

        assertThat(known.grouping.size()).isEqualTo(size);
    }

    @Test
    void nothing_is_left_of_a_wording_whose_last_question_is_forgotten() {
        known.ask(300, 5);
        float[] vector = known.direction();
        long topic = known.grouping.assign(1_001, "the very same", vector);
        known.grouping.assign(1_002, "The very same!", vector);
        known.grouping.assign(1_003, "nearly the same", known.nearly(vector));

        assertThat(known.grouping.forget(1_001)).hasValue(new Forgotten(topic, Optional.empty()));
        assertThat(known.grouping.forget(1_002)).hasValue(new Forgotten(topic, Optional.of(1_003L)));
        assertThat(known.grouping.forget(1_003)).hasValue(new Forgotten(topic, Optional.empty()));
        assertThat(known.grouping.forget(1_003)).isEmpty();
        assertThat(known.grouping.assign(1_004, "the very same", vector)).isNotEqualTo(topic);
    }

    @Test
    void where_many_ask_nearly_the_same_the_next_one_stands_for_all_when_one_is_forgotten() {
        known.ask(300, 5);
        float[] vector = known.direction();
        Map<Long, float[]> alike = new LinkedHashMap<>();
        for (long question = 1_000; question < 2_000; question++) {
            alike.put(question, known.nearly(vector));
        }
        alike.forEach((question, meaning) ->
                known.topics.put(question, known.grouping.assign(question, wording(question), meaning)));
        long topic = known.topics.get(1_000L);
        int before = known.grouping.size();

        for (long question = 1_000; question < 1_999; question++) {
            Optional<Long> heir = known.grouping.forget(question).orElseThrow().heir();
            assertThat(heir).hasValue(question + 1);
            known.grouping.restore(question + 1, wording(question + 1), alike.get(question + 1), topic, false);
            known.topics.remove(question);
        }
        assertThat(known.grouping.size()).isEqualTo(before + 999);
        assertThat(known.grouping.assign(3_000, "again", known.nearly(vector))).isEqualTo(topic);
        known.regroup();
        assertThat(known.topics).containsEntry(1_999L, topic);
        assertThat(known.grouping.cores(Set.of(topic), 5).get(topic)).containsExactly(1_999L);
    }
}
