package org.answerloop.gap.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.answerloop.gap.model.KnownSubjects.wording;
import static org.assertj.core.api.Assertions.assertThat;

/** Questions come to the topics of their subjects. */
class TopicGroupingTest {

    private final KnownSubjects known = new KnownSubjects();

    @Test
    void questions_of_one_subject_are_one_topic_whatever_their_order() {
        known.ask(1_500, 30);

        assertThat(known.topicsOfSubjects()).hasSize(30).allMatch(ofSubject -> ofSubject.size() == 1);
        assertThat(new HashSet<>(known.topics.values())).hasSize(30);
    }

    @Test
    void a_topic_keeps_its_id_while_questions_come() {
        known.ask(600, 10);
        Map<Long, Long> before = Map.copyOf(known.topics);
        known.ask(600, 10);

        assertThat(known.topics).containsAllEntriesOf(before);
    }

    @Test
    void a_topic_that_ends_says_where_its_questions_went() {
        known.ask(1_000, 20);
        Set<Long> living = new HashSet<>(known.topics.values());

        for (Map.Entry<Long, Long> ended : known.successors.entrySet()) {
            assertThat(living).doesNotContain(ended.getKey());
        }
        assertThat(living).isNotEmpty();
    }

    @Test
    void after_a_start_questions_go_where_they_would_have_gone() {
        known.ask(500, 10);
        TopicGrouping before = known.grouping;
        known.startAnew(Likeness.ENGLISH, KnownSubjects.DIMENSIONS);
        known.vectors.forEach((question, vector) ->
                known.grouping.restore(question, wording(question), vector, known.topics.get(question), false));

        for (int i = 0; i < 100; i++) {
            float[] vector = known.vector(known.random.nextInt(10));
            assertThat(known.grouping.assign(-i, wording(-i), vector))
                    .isEqualTo(before.assign(-i, wording(-i), vector));
        }
    }

    @Test
    void a_question_that_is_asked_very_often_is_still_found_to_be_like_others() {
        known.ask(300, 20);
        float[] subject = known.direction();
        List<float[]> wordings =
                List.of(known.near(subject), known.near(subject), known.near(subject), known.near(subject));
        Map<Long, Long> others = Map.copyOf(known.topics);
        for (long question = 1_000; question < 1_400; question++) {
            int worded = (int) (question % wordings.size());
            known.topics.put(question, known.grouping.assign(question, "wording " + worded, wordings.get(worded)));
        }
        known.regroup();

        Map<Long, Long> asked = new HashMap<>(known.topics);
        asked.keySet().removeAll(others.keySet());
        assertThat(new HashSet<>(asked.values())).hasSize(1);
    }

    @Test
    void without_a_model_the_spelling_groups() {
        known.startAnew(Likeness.SPELLING, 0);
        String[][] wordings = {
            {"Puis-je emmener mon vélo ?", "est-ce que je peux prendre mon velo a bord", "Vélo à bord, c'est possible ?"
            },
            {"Où est mon remboursement ?", "quand vais-je recevoir mon remboursement", "Remboursement toujours pas reçu"
            }
        };
        long question = 0;
        for (int i = 0; i < 3; i++) {
            for (int subject = 0; subject < wordings.length; subject++) {
                known.subjects.put(question, subject);
                known.topics.put(question, known.grouping.assign(question, wordings[subject][i], null));
                question++;
            }
        }
        known.regroup();

        assertThat(known.topicsOfSubjects()).hasSize(2).allMatch(ofSubject -> ofSubject.size() == 1);
        assertThat(new HashSet<>(known.topics.values())).hasSize(2);
    }

    @Test
    void the_core_of_a_topic_is_its_own_questions() {
        known.ask(300, 3);
        long topic = known.topics.values().iterator().next();

        List<Long> core = known.grouping.cores(Set.of(topic), 5).get(topic);

        assertThat(core).hasSize(5).allMatch(question -> known.topics.get(question) == topic);
    }
}
