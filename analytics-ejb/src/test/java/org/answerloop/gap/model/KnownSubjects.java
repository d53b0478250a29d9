package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions of subjects that are known: vectors around a centre each, and the topics that they come to. */
final class KnownSubjects {

    static final int DIMENSIONS = 384;

    /** The topic of a person; the grouping's own are far below. */
    static final long BY_PERSON = 1_000_000;

    final Random random = new Random(20_261_123);
    final Map<Long, Integer> subjects = new HashMap<>();
    final Map<Long, Long> topics = new HashMap<>();
    final Map<Long, float[]> vectors = new HashMap<>();
    final Map<Long, Long> successors = new HashMap<>();
    TopicGrouping grouping;
    private final List<float[]> centres = new ArrayList<>();
    private long lastTopic;

    KnownSubjects() {
        startAnew(Likeness.ENGLISH, DIMENSIONS);
    }

    /** With a grouping that knows nothing. */
    void startAnew(Likeness likeness, int dimensions) {
        grouping = new TopicGrouping(likeness, dimensions, () -> ++lastTopic);
    }

    void ask(int questions, int of) {
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

    void place(long question, long topic) {
        grouping.forget(question);
        grouping.restore(question, wording(question), vectors.get(question), topic, true);
        topics.put(question, topic);
    }

    static String wording(long question) {
        return "question " + question;
    }

    void regroup() {
        Regrouping regrouping = grouping.regroup();
        for (Regrouping.Move move : regrouping.moves()) {
            assertThat(topics.put(move.question(), move.to())).isEqualTo(move.from());
        }
        successors.putAll(regrouping.successors());
    }

    /** The topics of each subject. */
    List<Set<Long>> topicsOfSubjects() {
        List<Set<Long>> found = new ArrayList<>();
        subjects.forEach((question, subject) -> {
            while (found.size() <= subject) {
                found.add(new HashSet<>());
            }
            found.get(subject).add(topics.get(question));
        });
        return found;
    }

    long anyOf(int subject, Set<Long> but) {
        return subjects.keySet().stream()
                .filter(question -> subjects.get(question) == subject && !but.contains(question))
                .findFirst()
                .orElseThrow();
    }

    /** Around its subject's centre, which is a little on everybody's side: questions of one company resemble each other. */
    float[] vector(int subject) {
        float[] vector = direction();
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = 0.5f * vector[i] + centres.get(subject)[i] + (i == 0 ? 1.5f : 0);
        }
        return unit(vector);
    }

    /** Of the same subject, in other words. */
    float[] near(float[] subject) {
        return beside(subject, 0.8f);
    }

    /** In nearly the same words. */
    float[] nearly(float[] wording) {
        return beside(wording, 0.1f);
    }

    private float[] beside(float[] vector, float far) {
        float[] beside = direction();
        for (int i = 0; i < DIMENSIONS; i++) {
            beside[i] = far * beside[i] + vector[i];
        }
        return unit(beside);
    }

    float[] direction() {
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
