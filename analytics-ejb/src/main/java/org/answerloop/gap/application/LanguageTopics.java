package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.StoredVector;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessEffect;
import org.answerloop.gap.model.Forgotten;
import org.answerloop.gap.model.KeyPhrases;
import org.answerloop.gap.model.Likeness;
import org.answerloop.gap.model.Regrouping;
import org.answerloop.gap.model.TopicGrouping;
import org.answerloop.gap.model.TopicName;

/** One language's questions and topics, as the server that has the turn holds them in memory. */
final class LanguageTopics {

    private final String language;
    private final Optional<QuestionMeanings> meanings;
    private final LongSupplier newTopic;
    private final TopicGrouping grouping;
    private final KeyPhrases keyPhrases = new KeyPhrases();
    private final Set<Long> stored = new HashSet<>();
    private final Set<Long> touched = new HashSet<>();

    LanguageTopics(String language, Optional<Embedder> embedder, Fineness fineness, LongSupplier newTopic) {
        this.language = language;
        this.meanings = embedder.map(QuestionMeanings::new);
        this.newTopic = newTopic;
        this.grouping = embedder.map(model -> TopicGrouping.of(language, model, newTopic))
                .orElseGet(() -> new TopicGrouping(Likeness.SPELLING, 0, newTopic));
        grouping.regard(fineness);
    }

    void restore(KnownQuestion question) {
        Meaning meaning = meaning(question.id(), question.question(), question.vector());
        if (meaning.isComparable()) {
            grouping.restore(
                    question.id(), question.question(), meaning.embedding(), question.topic(), question.placed());
        }
        keyPhrases.count(question.question());
        stored.add(question.topic());
    }

    GroupedQuestion assign(DueQuestion question) {
        Meaning meaning = meaning(question.id(), question.question(), question.vector());
        long topic = meaning.isComparable()
                ? grouping.assign(question.id(), question.question(), meaning.embedding())
                : newTopic.getAsLong();
        keyPhrases.count(question.question());
        touched.add(topic);
        TopicName begun = stored.add(topic) ? TopicName.of(List.of(question.question()), keyPhrases) : null;
        return grouped(question, topic, meaning, begun);
    }

    /** Leaves the question where it is, and knows it there from now on. */
    GroupedQuestion place(DueQuestion question) {
        Meaning meaning = meaning(question.id(), question.question(), question.vector());
        long topic = question.topic();
        if (meaning.isComparable()) {
            grouping.restore(question.id(), question.question(), meaning.embedding(), topic, question.placed());
        }
        stored.add(topic);
        touched.add(topic);
        return grouped(question, topic, meaning, null);
    }

    private GroupedQuestion grouped(DueQuestion question, long topic, Meaning meaning, TopicName begun) {
        boolean unknown = meaning.embedding() != null && question.vector() == null;
        byte[] vector = unknown ? StoredVector.bytes(meaning.embedding()) : null;
        return new GroupedQuestion(question, topic, vector, language, begun);
    }

    private Meaning meaning(long question, String text, byte[] vector) {
        if (meanings.isEmpty()) {
            return Meaning.SPELLING_ALONE;
        }
        return meanings.get().of(question, text, vector).map(Meaning::of).orElse(Meaning.NOT_COMPARABLE);
    }

    /**
     * By what a question can be compared with others.
     *
     * @param embedding null where there is none
     */
    private record Meaning(float[] embedding, boolean isComparable) {

        static final Meaning SPELLING_ALONE = new Meaning(null, true);

        static final Meaning NOT_COMPARABLE = new Meaning(null, false);

        static Meaning of(float[] embedding) {
            return new Meaning(embedding, true);
        }
    }

    /** @return another question by which more are known from now on: it has to be taken in anew */
    Optional<Long> forget(long question) {
        Optional<Forgotten> forgotten = grouping.forget(question);
        forgotten.ifPresent(known -> touched.add(known.topic()));
        return forgotten.flatMap(Forgotten::heir);
    }

    void regard(Fineness fineness) {
        grouping.regard(fineness);
    }

    FinenessEffect effect(Fineness fineness) {
        return grouping.effect(fineness);
    }

    /** How many wordings are held. */
    int size() {
        return grouping.size();
    }

    boolean catchUp(int most) {
        return grouping.catchUp(most);
    }

    boolean isDue() {
        return grouping.isDue();
    }

    /** Whether enough came since all were grouped anew that it is worth it while there is nothing else to do. */
    boolean isWorthIt() {
        return grouping.fresh() > grouping.size() / 500;
    }

    /** Whether topics may have to be called otherwise. */
    boolean isTouched() {
        return !touched.isEmpty();
    }

    String language() {
        return language;
    }

    Regrouping regroup() {
        Regrouping regrouping = grouping.regroup();
        regrouping.moves().forEach(move -> {
            touched.add(move.from());
            touched.add(move.to());
        });
        return regrouping;
    }

    /**
     * How the topics are called that questions came to or left.
     *
     * @param texts the texts of questions by their ids
     * @return those that are not stored by now, and the others
     */
    Names names(Function<List<Long>, List<String>> texts) {
        Map<Long, TopicName> begun = new HashMap<>();
        Map<Long, TopicName> renamed = new HashMap<>();
        grouping.cores(touched, TopicName.CORE).forEach((topic, core) -> {
            List<String> known = new ArrayList<>(texts.apply(core));
            (stored.add(topic) ? begun : renamed).put(topic, TopicName.of(known, keyPhrases));
        });
        touched.clear();
        return new Names(begun, renamed);
    }

    record Names(Map<Long, TopicName> begun, Map<Long, TopicName> renamed) {}
}
