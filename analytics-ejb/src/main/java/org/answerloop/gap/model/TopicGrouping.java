package org.answerloop.gap.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.model.Wordings.Left;

/**
 * The topics of one language's questions. A new question goes at once to the topic where its closest neighbours are, or begins
 * one; from time to time all are grouped anew, for only later questions show what earlier ones had in common. Topics
 * keep their ids, and what a person placed stays there. For one thread.
 */
public final class TopicGrouping {

    /** As long as there are fewer, what all have in common is not known well enough to take two wordings for one. */
    private static final int FEW = 200;

    /** So many new wordings may change which topics there are. */
    private static final int MANY = 200;

    /** In a large collection it takes this share of new ones. */
    private static final int SHARE = 20;

    private final Likeness standard;
    private final LongSupplier newTopic;
    private final Vicinity vicinity;
    private final Wordings wordings = new Wordings();
    private final Deque<Unmet> unmet = new ArrayDeque<>();
    private Likeness likeness;
    private int fresh;
    private boolean outdated;

    /** A wording whose neighbours are still to be found. */
    private record Unmet(int wording, String text) {}

    /**
     * @param dimensions of the embeddings; 0 where there are none, and the spelling alone counts
     * @param newTopic gives a topic that begins its id
     */
    public TopicGrouping(Likeness likeness, int dimensions, LongSupplier newTopic) {
        this.standard = likeness;
        this.likeness = likeness;
        this.newTopic = newTopic;
        this.vicinity = new Vicinity(likeness.meaning(), dimensions);
    }

    /** The topics of a language's questions, as its likeness and the model's knowledge of it want it. */
    public static TopicGrouping of(String language, Embedder embedder, LongSupplier newTopic) {
        TopicGrouping grouping = new TopicGrouping(Likeness.of(language), embedder.dimensions(), newTopic);
        if (Likeness.of(language) == Likeness.ENGLISH) {
            grouping.vicinity.expect(embedder.everyday());
        }
        return grouping;
    }

    /**
     * Puts a question that has come into a topic.
     *
     * @param embedding of length one; null where embeddings do not count
     * @return the topic, which may be new
     */
    public long assign(long question, String text, float[] embedding) {
        String key = QuestionKey.of(text);
        int known = wordings.findFree(key);
        int wording = known < 0 ? wording(key, text, embedding) : known;
        wordings.join(wording, key, question);
        return wordings.topic(wording);
    }

    /**
     * Takes a question in whose topic is known: after a start, from the tables, or because a person put it there; or as the
     * heir of one that was forgotten. Its neighbours are found later, by {@link #catchUp}.
     *
     * @param byPerson the machine leaves it where it is
     */
    public void restore(long question, String text, float[] embedding, long topic, boolean byPerson) {
        String key = QuestionKey.of(text);
        if (wordings.isOfEnded(question)) {
            wordings.inherit(add(text, embedding), key, question);
            return;
        }
        int known = wordings.find(key, topic, byPerson);
        if (known < 0) {
            known = add(text, embedding);
            wordings.begin(known, key, topic, byPerson);
            fresh++;
        }
        wordings.join(known, key, question);
    }

    private int add(String text, float[] embedding) {
        int wording = vicinity.add(text, embedding);
        unmet.add(new Unmet(wording, text));
        return wording;
    }

    /**
     * Goes on with what {@link #restore} left: questions that come are assigned meanwhile, but all are grouped anew only
     * afterwards.
     *
     * @param most so many wordings in this step
     * @return whether nothing is left
     */
    public boolean catchUp(int most) {
        for (int i = 0; i < most && !unmet.isEmpty(); i++) {
            Unmet next = unmet.remove();
            if (!vicinity.isGone(next.wording())) {
                meet(next);
            }
        }
        return unmet.isEmpty();
    }

    /**
     * Leaves nothing of a question.
     *
     * @return nothing where it was not known
     */
    public Optional<Forgotten> forget(long question) {
        Optional<Left> left = wordings.leave(question);
        left.filter(Left::ended).ifPresent(ended -> vicinity.forget(ended.wording()));
        return left.map(from -> new Forgotten(from.topic(), from.heir()));
    }

    /** How many wordings were taken in. */
    public int size() {
        return vicinity.size();
    }

    /** How many wordings came since all were grouped anew. */
    public int fresh() {
        return fresh;
    }

    /** Whether so many wordings came that the topics may be others, or they are to be as fine as they are not. */
    public boolean isDue() {
        return outdated || fresh >= Math.max(MANY, vicinity.size() / SHARE);
    }

    /** From now on topics are as fine as this. */
    public void regard(Fineness fineness) {
        Likeness wanted = fineness.of(standard);
        outdated |= !wanted.equals(likeness);
        likeness = wanted;
    }

    /** What another fineness would make of the topics; nothing is changed. */
    public FinenessEffect effect(Fineness fineness) {
        catchUp(Integer.MAX_VALUE);
        return new TopicSearch(vicinity, wordings).effect(fineness.of(standard));
    }

    /** Groups all questions anew. */
    public Regrouping regroup() {
        catchUp(Integer.MAX_VALUE);
        fresh = 0;
        outdated = false;
        return new TopicSearch(vicinity, wordings).regroup(likeness, newTopic);
    }

    /** The questions in the middle of each of the topics, one of each wording, the one in its very middle first. */
    public Map<Long, List<Long>> cores(Set<Long> wanted, int most) {
        return new Cores(vicinity, wordings).of(wanted, most);
    }

    private int wording(String key, String text, float[] embedding) {
        int wording = vicinity.add(text, embedding);
        vicinity.look(wording, text);
        int same = same(other -> !wordings.isPlaced(other));
        if (same >= 0) {
            vicinity.takeBack(wording, text, embedding);
            return same;
        }
        vicinity.meet(wording);
        wordings.begin(wording, key, closestTopic(wording), false);
        fresh++;
        return wording;
    }

    /** @return what says nearly the very same as the one that was just looked at; -1 where nothing does */
    private int same(IntPredicate which) {
        return vicinity.size() < FEW ? -1 : vicinity.closest(likeness.same(), which);
    }

    private void meet(Unmet next) {
        int wording = next.wording();
        vicinity.look(wording, next.text());
        int same = same(other -> wordings.topic(other) == wordings.topic(wording)
                && wordings.isPlaced(other) == wordings.isPlaced(wording));
        if (same >= 0) {
            wordings.join(wording, same);
            vicinity.forget(wording);
        } else {
            vicinity.meet(wording);
        }
    }

    private long closestTopic(int wording) {
        Map<Long, Double> strength = new HashMap<>();
        vicinity.eachBond(
                wording, likeness, (other, bond) -> strength.merge(wordings.topic(other), (double) bond, Double::sum));
        long best = 0;
        double most = 0;
        for (Map.Entry<Long, Double> topic : strength.entrySet()) {
            double gain = topic.getValue() - likeness.costOfJoining(wordings.size(topic.getKey()), 1);
            if (gain > most) {
                most = gain;
                best = topic.getKey();
            }
        }
        return most > 0 ? best : newTopic.getAsLong();
    }
}
