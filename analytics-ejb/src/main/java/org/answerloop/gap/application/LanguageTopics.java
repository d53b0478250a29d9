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
import org.answerloop.gap.model.KeyPhrases;
import org.answerloop.gap.model.Likeness;
import org.answerloop.gap.model.Regrouping;
import org.answerloop.gap.model.TopicGrouping;
import org.answerloop.gap.model.TopicName;

/** One language's questions and topics, as the server that has the turn holds them in memory. */
final class LanguageTopics {

    private final String language;
    private final Embedder embedder;
    private final TopicGrouping grouping;
    private final KeyPhrases keyPhrases = new KeyPhrases();
    private final Set<Long> stored = new HashSet<>();
    private final Set<Long> touched = new HashSet<>();

    LanguageTopics(String language, Optional<Embedder> embedder, LongSupplier newTopic) {
        this.language = language;
        this.embedder = embedder.orElse(null);
        this.grouping = embedder.map(model -> TopicGrouping.of(language, model, newTopic))
                .orElseGet(() -> new TopicGrouping(Likeness.SPELLING, 0, newTopic));
    }

    void restore(KnownQuestion question) {
        float[] embedding = null;
        if (embedder != null) {
            embedding = question.vector() == null
                    ? embedder.embed(question.question())
                    : StoredVector.embedding(question.vector());
        }
        grouping.restore(question.id(), question.question(), embedding, question.topic(), question.placed());
        keyPhrases.count(question.question());
        stored.add(question.topic());
    }

    GroupedQuestion assign(DueQuestion question) {
        float[] embedding = embedder == null ? null : embedder.embed(question.question());
        long topic = grouping.assign(question.id(), question.question(), embedding);
        keyPhrases.count(question.question());
        touched.add(topic);
        return new GroupedQuestion(
                question.id(),
                topic,
                embedding == null ? null : StoredVector.bytes(embedding),
                language,
                stored.add(topic) ? TopicName.of(List.of(question.question()), keyPhrases) : null);
    }

    void forget(long question) {
        grouping.forget(question).ifPresent(touched::add);
    }

    boolean catchUp(int most) {
        return grouping.catchUp(most);
    }

    boolean isDue() {
        return grouping.isDue();
    }

    /** Whether enough came since all were grouped anew that it is worth it while there is nothing else to do. */
    boolean isWorthIt() {
        return grouping.fresh() > grouping.questions() / 500;
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
