package org.answerloop.gap.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessEffect;

/** The topics of all languages, as the server that has the turn holds them in memory. */
final class TopicsInMemory {

    private final Map<String, LanguageTopics> languages = new HashMap<>();
    private final Optional<Embedder> embedder;
    private final LongSupplier newTopic;
    private Fineness fineness;

    TopicsInMemory(Optional<Embedder> embedder, Fineness fineness, LongSupplier newTopic) {
        this.embedder = embedder;
        this.fineness = fineness;
        this.newTopic = newTopic;
    }

    LanguageTopics of(String language) {
        return languages.computeIfAbsent(language, name -> new LanguageTopics(name, embedder, fineness, newTopic));
    }

    void each(Predicate<LanguageTopics> which, Consumer<LanguageTopics> action) {
        // Of a copy: what is read anew meanwhile may be of another language.
        List.copyOf(languages.values()).stream().filter(which).forEach(action);
    }

    void restore(KnownQuestion question) {
        of(question.language()).restore(question);
    }

    /** @return other questions, by which more are known from now on: they have to be taken in anew */
    Set<Long> forget(Collection<Long> questions) {
        Set<Long> heirs = new LinkedHashSet<>();
        questions.forEach(question ->
                languages.values().forEach(topics -> topics.forget(question).ifPresent(heirs::add)));
        questions.forEach(heirs::remove);
        return heirs;
    }

    /** @return whether the neighbours of all are found */
    boolean catchUp(int most) {
        boolean all = true;
        for (LanguageTopics topics : languages.values()) {
            all &= topics.catchUp(most);
        }
        return all;
    }

    /** From now on topics are as fine as this. */
    void regard(Fineness wanted) {
        if (wanted != fineness) {
            fineness = wanted;
            languages.values().forEach(topics -> topics.regard(wanted));
        }
    }

    /** What another fineness would make of the topics. */
    FinenessEffect effect(Fineness other) {
        return languages.values().stream()
                .map(topics -> topics.effect(other))
                .reduce(FinenessEffect.NONE, FinenessEffect::and);
    }

    /** How many wordings are held. */
    int size() {
        return languages.values().stream().mapToInt(LanguageTopics::size).sum();
    }
}
