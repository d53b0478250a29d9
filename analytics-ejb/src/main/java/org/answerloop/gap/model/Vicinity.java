package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which questions are close to which. A newcomer is compared with all by a quick estimate (bits of the embedding, sequences of
 * letters), and exactly with those that the estimate names.
 */
final class Vicinity {

    /** So many of the estimate are compared exactly; it errs by a twentieth. */
    private static final int CANDIDATES = 128;

    /** So many questions tell what all have in common; until then all are compared anew whenever they have doubled. */
    static final int SETTLED = 8_192;

    private final float meaning;
    private final Meanings meanings;
    private final Spellings spellings;
    private final Neighbours neighbours = new Neighbours();
    private final Closest candidates = new Closest(CANDIDATES);
    private final float[] cosines = new float[Rotation.BITS + 1];
    private final float[] exact = new float[CANDIDATES];
    private final int[] welcoming = new int[CANDIDATES];
    private final float[] welcome = new float[CANDIDATES];
    private final List<String> texts = new ArrayList<>();
    private int welcomes;
    private boolean stale;

    /** @param meaning how much the embedding counts, from 0 to 1; the rest is the spelling */
    Vicinity(float meaning, int dimensions) {
        this.meaning = meaning;
        this.meanings = meaning > 0 ? new Meanings(dimensions) : null;
        this.spellings = meaning < 1 ? new Spellings() : null;
        for (int differing = 0; differing <= Rotation.BITS; differing++) {
            cosines[differing] = meaning * Rotation.cosine(differing);
        }
    }

    /** Begins with what embeddings are known to have in common. */
    void expect(float[] mean) {
        if (meanings != null) {
            meanings.expect(mean);
        }
    }

    /** A bond of a question with another one. */
    @FunctionalInterface
    interface Bond {
        void of(int other, float strength);
    }

    int size() {
        return neighbours.size();
    }

    boolean isGone(int question) {
        return neighbours.isGone(question);
    }

    /** @return its number, counted from 0 */
    int add(String text, float[] embedding) {
        if (meanings != null) {
            stale |= meanings.add(embedding);
        }
        if (spellings != null) {
            stale |= spellings.add(text) && size() < SETTLED;
        }
        if (stale || size() < SETTLED) {
            texts.add(text);
        }
        return neighbours.add();
    }

    /** The question that was added last was none. */
    void takeBack(int question, String text, float[] embedding) {
        if (meanings != null) {
            meanings.takeBack(embedding);
        }
        if (spellings != null) {
            spellings.takeBack(text);
        }
        if (question < texts.size()) {
            texts.remove(question);
        }
        neighbours.takeBack();
    }

    /** Compares a question with the earlier ones that may be its closest. */
    void look(int question, String text) {
        float[] spelled = spellings == null ? null : spellings.similarities(text);
        estimate(question, spelled);
        for (int place = 0; place < candidates.size(); place++) {
            int other = candidates.member(place);
            exact[place] = (meanings == null ? 0 : meaning * meanings.similarity(question, other))
                    + (spelled == null ? 0 : (1 - meaning) * spelled[other]);
        }
    }

    /**
     * Of those that were just looked at the closest of which this is true.
     *
     * @return -1 where none is at least so close
     */
    int closest(float similarity, IntPredicate which) {
        int closest = -1;
        float most = similarity;
        for (int place = 0; place < candidates.size(); place++) {
            if (exact[place] >= most && which.test(candidates.member(place))) {
                most = exact[place];
                closest = candidates.member(place);
            }
        }
        return closest;
    }

    /** The question and those that it has just looked at are neighbours from now on, where they are close. */
    void meet(int question) {
        welcomes = 0;
        for (int place = 0; place < candidates.size(); place++) {
            int other = candidates.member(place);
            neighbours.offer(question, other, exact[place]);
            if (neighbours.offer(other, question, exact[place])) {
                welcoming[welcomes] = other;
                welcome[welcomes++] = exact[place];
            }
        }
    }

    /** The bonds of the question that met the others last. */
    void eachBond(int question, Likeness likeness, Bond each) {
        for (int place = 0; place < neighbours.count(question); place++) {
            float strength = likeness.bond(neighbours.similarity(question, place)) / 2;
            if (strength > 0) {
                each.of(neighbours.neighbour(question, place), strength);
            }
        }
        for (int i = 0; i < welcomes; i++) {
            float strength = likeness.bond(welcome[i]) / 2;
            if (strength > 0) {
                each.of(welcoming[i], strength);
            }
        }
    }

    /** All bonds, with what is known by now of how similar the questions are. */
    Web web(Likeness likeness) {
        if (stale) {
            stale = false;
            neighbours.clear();
            for (int question = 0; question < size(); question++) {
                if (!isGone(question)) {
                    look(question, texts.get(question));
                    meet(question);
                }
            }
        }
        if (size() >= SETTLED) {
            texts.clear();
        }
        return Web.of(neighbours, likeness);
    }

    /** The closest first. */
    List<Integer> neighbours(int question) {
        List<Integer> closest = new ArrayList<>();
        for (int place = 0; place < neighbours.count(question); place++) {
            closest.add(neighbours.neighbour(question, place));
        }
        return closest;
    }

    /** How close a question is to those of its neighbours that are meant. */
    double closeness(int question, IntPredicate meant) {
        double closeness = 0;
        for (int place = 0; place < neighbours.count(question); place++) {
            if (meant.test(neighbours.neighbour(question, place))) {
                closeness += neighbours.similarity(question, place);
            }
        }
        return closeness;
    }

    /** Leaves nothing of the question. */
    void forget(int question) {
        neighbours.forget(question);
        if (meanings != null) {
            meanings.forget(question);
        }
        if (question < texts.size()) {
            texts.set(question, "");
        }
    }

    private void estimate(int question, float[] spelled) {
        candidates.clear();
        for (int other = 0; other < question; other++) {
            float estimate = (meanings == null ? 0 : cosines[meanings.differing(question, other)])
                    + (spelled == null ? 0 : (1 - meaning) * spelled[other]);
            if (estimate > candidates.bar() && !neighbours.isGone(other)) {
                candidates.offer(other, estimate);
            }
        }
    }
}
