package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions of subjects that are known: vectors around a centre each, and wordings in a language without a model. */
class TopicGroupingTest {

    private static final int DIMENSIONS = 384;
    private static final long BY_PERSON = 1_000_000;

    private final Random random = new Random(20_261_123);
    private final Map<Long, Integer> subjects = new HashMap<>();
    private final Map<Long, Long> topics = new HashMap<>();
    private final List<float[]> centres = new ArrayList<>();
    private long lastTopic;
    private TopicGrouping grouping = new TopicGrouping(Likeness.ENGLISH, DIMENSIONS, () -> ++lastTopic);

    @Test
    void questions_of_one_subject_are_one_topic_whatever_their_order() {
        ask(1_500, 30);

        assertThat(topicsOfSubjects()).hasSize(30).allMatch(ofSubject -> ofSubject.size() == 1);
        assertThat(new HashSet<>(topics.values())).hasSize(30);
    }

    @Test
    void a_topic_keeps_its_id_while_questions_come() {
        ask(600, 10);
        Map<Long, Long> before = Map.copyOf(topics);
        ask(600, 10);

        assertThat(topics).containsAllEntriesOf(before);
    }

    @Test
    void what_a_person_put_together_or_apart_stays_so() {
        ask(400, 4);
        long one = anyOf(0, Set.of());
        long other = anyOf(0, Set.of(one));
        long third = anyOf(1, Set.of());
        place(one, BY_PERSON);
        place(third, BY_PERSON);
        place(other, BY_PERSON + 1);
        ask(600, 4);

        assertThat(topics)
                .containsEntry(one, BY_PERSON)
                .containsEntry(third, BY_PERSON)
                .containsEntry(other, BY_PERSON + 1);
    }

    @Test
    void questions_come_to_where_a_person_put_their_like() {
        ask(200, 2);
        subjects.keySet().stream()
                .filter(question -> subjects.get(question) == 0)
                .forEach(question -> place(question, BY_PERSON));
        ask(200, 2);

        assertThat(topicsOfSubjects().get(0)).containsExactly(BY_PERSON);
        assertThat(topicsOfSubjects().get(1)).doesNotContain(BY_PERSON);
    }

    @Test
    void a_question_that_is_forgotten_is_moved_nowhere_and_draws_nobody() {
        ask(300, 3);
        List<Long> forgotten = subjects.keySet().stream()
                .filter(question -> subjects.get(question) == 2)
                .toList();
        Set<Long> gone = new HashSet<>(topicsOfSubjects().get(2));
        forgotten.forEach(question -> {
            grouping.forget(question);
            subjects.remove(question);
            topics.remove(question);
        });
        ask(300, 3);

        assertThat(topics).doesNotContainKeys(forgotten.toArray(new Long[0]));
        assertThat(topicsOfSubjects().get(2)).hasSize(1).doesNotContainAnyElementsOf(gone);
    }

    @Test
    void a_topic_that_ends_says_where_its_questions_went() {
        ask(1_000, 20);
        Set<Long> living = new HashSet<>(topics.values());

        for (Map.Entry<Long, Long> ended : successors.entrySet()) {
            assertThat(living).doesNotContain(ended.getKey());
        }
        assertThat(living).isNotEmpty();
    }

    @Test
    void after_a_start_questions_go_where_they_would_have_gone() {
        ask(500, 10);
        TopicGrouping before = grouping;
        grouping = new TopicGrouping(Likeness.ENGLISH, DIMENSIONS, () -> ++lastTopic);
        vectors.forEach((question, vector) ->
                grouping.restore(question, wording(question), vector, topics.get(question), false));

        for (int i = 0; i < 100; i++) {
            float[] vector = vector(random.nextInt(10));
            assertThat(grouping.assign(-i, wording(-i), vector)).isEqualTo(before.assign(-i, wording(-i), vector));
        }
    }

    @Test
    void a_question_that_is_asked_very_often_is_still_found_to_be_like_others() {
        float[] subject = direction();
        List<float[]> wordings = List.of(near(subject), near(subject), near(subject), near(subject));
        for (long question = 0; question < 400; question++) {
            int worded = (int) (question % wordings.size());
            topics.put(question, grouping.assign(question, "wording " + worded, wordings.get(worded)));
        }
        regroup();

        assertThat(new HashSet<>(topics.values())).hasSize(1);
    }

    @Test
    void what_is_asked_in_nearly_the_same_words_is_one_wording() {
        ask(300, 5);
        float[] vector = direction();
        grouping.assign(1_000, wording(1_000), vector);
        int size = grouping.size();
        for (long question = 1_001; question < 1_050; question++) {
            grouping.assign(question, wording(question), nearly(vector));
        }

        assertThat(grouping.size()).isEqualTo(size);
    }

    @Test
    void nothing_is_left_of_a_wording_whose_last_question_is_forgotten() {
        ask(300, 5);
        float[] vector = direction();
        long topic = grouping.assign(1_001, "the very same", vector);
        grouping.assign(1_002, "The very same!", vector);
        grouping.assign(1_003, "nearly the same", nearly(vector));

        assertThat(grouping.forget(1_001)).hasValue(new Forgotten(topic, Optional.empty()));
        assertThat(grouping.forget(1_002)).hasValue(new Forgotten(topic, Optional.of(1_003L)));
        assertThat(grouping.forget(1_003)).hasValue(new Forgotten(topic, Optional.empty()));
        assertThat(grouping.forget(1_003)).isEmpty();
        assertThat(grouping.assign(1_004, "the very same", vector)).isNotEqualTo(topic);
    }

    @Test
    void where_many_ask_nearly_the_same_the_next_one_stands_for_all_when_one_is_forgotten() {
        ask(300, 5);
        float[] vector = direction();
        Map<Long, float[]> alike = new LinkedHashMap<>();
        for (long question = 1_000; question < 2_000; question++) {
            alike.put(question, nearly(vector));
        }
        alike.forEach(
                (question, meaning) -> topics.put(question, grouping.assign(question, wording(question), meaning)));
        long topic = topics.get(1_000L);
        int before = grouping.size();

        for (long question = 1_000; question < 1_999; question++) {
            Optional<Long> heir = grouping.forget(question).orElseThrow().heir();
            assertThat(heir).hasValue(question + 1);
            grouping.restore(question + 1, wording(question + 1), alike.get(question + 1), topic, false);
            topics.remove(question);
        }
        assertThat(grouping.size()).isEqualTo(before + 999);
        assertThat(grouping.assign(3_000, "again", nearly(vector))).isEqualTo(topic);
        regroup();
        assertThat(topics).containsEntry(1_999L, topic);
        assertThat(grouping.cores(Set.of(topic), 5).get(topic)).containsExactly(1_999L);
    }

    @Test
    void those_that_an_heir_stands_for_go_where_it_goes() {
        ask(300, 5);
        float[] vector = direction();
        for (long question = 1_000; question < 1_010; question++) {
            vectors.put(question, nearly(vector));
            topics.put(question, grouping.assign(question, wording(question), vectors.get(question)));
        }
        Forgotten forgotten = grouping.forget(1_000).orElseThrow();
        topics.remove(1_000L);
        long heir = forgotten.heir().orElseThrow();
        regroup();
        assertThat(topics.get(1_009L)).isEqualTo(forgotten.topic());

        place(1_005, BY_PERSON);
        grouping.restore(heir, wording(heir), vectors.get(heir), forgotten.topic(), false);
        regroup();

        assertThat(topics.get(1_009L)).isEqualTo(topics.get(heir));
        assertThat(topics).containsEntry(1_005L, BY_PERSON);
    }

    @Test
    void one_of_many_that_ask_the_same_can_be_placed_alone() {
        float[] vector = direction();
        long topic = 0;
        for (long question = 0; question < 5; question++) {
            topic = grouping.assign(question, "the very same", vector);
            topics.put(question, topic);
            vectors.put(question, vector);
        }
        grouping.forget(4);
        grouping.restore(4, "the very same", vector, BY_PERSON, true);
        topics.put(4L, BY_PERSON);
        regroup();

        assertThat(topics).containsEntry(4L, BY_PERSON);
        assertThat(topics.get(0L)).isEqualTo(topics.get(3L));
    }

    @Test
    void without_a_model_the_spelling_groups() {
        grouping = new TopicGrouping(Likeness.SPELLING, 0, () -> ++lastTopic);
        String[][] wordings = {
            {"Puis-je emmener mon vélo ?", "est-ce que je peux prendre mon velo a bord", "Vélo à bord, c'est possible ?"
            },
            {"Où est mon remboursement ?", "quand vais-je recevoir mon remboursement", "Remboursement toujours pas reçu"
            }
        };
        long question = 0;
        for (int i = 0; i < 3; i++) {
            for (int subject = 0; subject < wordings.length; subject++) {
                subjects.put(question, subject);
                topics.put(question, grouping.assign(question, wordings[subject][i], null));
                question++;
            }
        }
        regroup();

        assertThat(topicsOfSubjects()).hasSize(2).allMatch(ofSubject -> ofSubject.size() == 1);
        assertThat(new HashSet<>(topics.values())).hasSize(2);
    }

    @Test
    void the_core_of_a_topic_is_its_own_questions() {
        ask(300, 3);
        long topic = topics.values().iterator().next();

        List<Long> core = grouping.cores(Set.of(topic), 5).get(topic);

        assertThat(core).hasSize(5).allMatch(question -> topics.get(question) == topic);
    }

    private final Map<Long, float[]> vectors = new HashMap<>();
    private final Map<Long, Long> successors = new HashMap<>();

    private void ask(int questions, int of) {
        while (centres.size() < of) {
            centres.add(direction());
        }
        for (int i = 0; i < questions; i++) {
            long question = vectors.size();
            int subject = random.nextInt(of);
            float[] vector = vector(subject);
            vectors.put(question, vector);
            subjects.put(question, subject);
            topics.put(question, grouping.assign(question, wording(question), vector));
            if (grouping.isDue()) {
                regroup();
            }
        }
        regroup();
    }

    private void place(long question, long topic) {
        grouping.forget(question);
        grouping.restore(question, wording(question), vectors.get(question), topic, true);
        topics.put(question, topic);
    }

    private static String wording(long question) {
        return "question " + question;
    }

    private void regroup() {
        Regrouping regrouping = grouping.regroup();
        for (Regrouping.Move move : regrouping.moves()) {
            assertThat(topics.put(move.question(), move.to())).isEqualTo(move.from());
        }
        successors.putAll(regrouping.successors());
    }

    /** The topics of each subject. */
    private List<Set<Long>> topicsOfSubjects() {
        List<Set<Long>> found = new ArrayList<>();
        subjects.forEach((question, subject) -> {
            while (found.size() <= subject) {
                found.add(new HashSet<>());
            }
            found.get(subject).add(topics.get(question));
        });
        return found;
    }

    private long anyOf(int subject, Set<Long> but) {
        return subjects.keySet().stream()
                .filter(question -> subjects.get(question) == subject && !but.contains(question))
                .findFirst()
                .orElseThrow();
    }

    /** Around its subject's centre, which is a little on everybody's side: questions of one company resemble each other. */
    private float[] vector(int subject) {
        float[] vector = direction();
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = 0.5f * vector[i] + centres.get(subject)[i] + (i == 0 ? 1.5f : 0);
        }
        return unit(vector);
    }

    /** Of the same subject, in other words. */
    private float[] near(float[] subject) {
        return beside(subject, 0.8f);
    }

    /** In nearly the same words. */
    private float[] nearly(float[] wording) {
        return beside(wording, 0.1f);
    }

    private float[] beside(float[] vector, float far) {
        float[] beside = direction();
        for (int i = 0; i < DIMENSIONS; i++) {
            beside[i] = far * beside[i] + vector[i];
        }
        return unit(beside);
    }

    private float[] direction() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
