package org.answerloop.gap.model;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.answerloop.gap.model.KnownSubjects.BY_PERSON;
import static org.answerloop.gap.model.KnownSubjects.wording;
import static org.assertj.core.api.Assertions.assertThat;

/** What a person decided is never turned back, and draws what is like it. */
class PlacedQuestionsTest {

    private final KnownSubjects known = new KnownSubjects();

    @Test
    void what_a_person_put_together_or_apart_stays_so() {
        known.ask(400, 4);
        long one = known.anyOf(0, Set.of());
        long other = known.anyOf(0, Set.of(one));
        long third = known.anyOf(1, Set.of());
        known.place(one, BY_PERSON);
        known.place(third, BY_PERSON);
        known.place(other, BY_PERSON + 1);
        known.ask(600, 4);

        assertThat(known.topics)
                .containsEntry(one, BY_PERSON)
                .containsEntry(third, BY_PERSON)
                .containsEntry(other, BY_PERSON + 1);
    }

    @Test
    void questions_come_to_where_a_person_put_their_like() {
        known.ask(200, 2);
        known.subjects.keySet().stream()
                .filter(question -> known.subjects.get(question) == 0)
                .forEach(question -> known.place(question, BY_PERSON));
        known.ask(200, 2);

        assertThat(known.topicsOfSubjects().get(0)).containsExactly(BY_PERSON);
        assertThat(known.topicsOfSubjects().get(1)).doesNotContain(BY_PERSON);
    }

    @Test
    void one_of_many_that_ask_the_same_can_be_placed_alone() {
        float[] vector = known.direction();
        long topic = 0;
        for (long question = 0; question < 5; question++) {
            topic = known.grouping.assign(question, "the very same", vector);
            known.topics.put(question, topic);
            known.vectors.put(question, vector);
        }
        known.grouping.forget(4);
        known.grouping.restore(4, "the very same", vector, BY_PERSON, true);
        known.topics.put(4L, BY_PERSON);
        known.regroup();

        assertThat(known.topics).containsEntry(4L, BY_PERSON);
        assertThat(known.topics.get(0L)).isEqualTo(known.topics.get(3L));
    }

    @Test
    void those_that_an_heir_stands_for_go_where_it_goes() {
        known.ask(300, 5);
        float[] vector = known.direction();
        for (long question = 1_000; question < 1_010; question++) {
            known.vectors.put(question, known.nearly(vector));
            known.topics.put(question, known.grouping.assign(question, wording(question), known.vectors.get(question)));
        }
        Forgotten forgotten = known.grouping.forget(1_000).orElseThrow();
        known.topics.remove(1_000L);
        long heir = forgotten.heir().orElseThrow();
        known.regroup();
        assertThat(known.topics.get(1_009L)).isEqualTo(forgotten.topic());

        known.place(1_005, BY_PERSON);
        known.grouping.restore(heir, wording(heir), known.vectors.get(heir), forgotten.topic(), false);
        known.regroup();

        assertThat(known.topics.get(1_009L)).isEqualTo(known.topics.get(heir));
        assertThat(known.topics).containsEntry(1_005L, BY_PERSON);
    }
}
