package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first questions of a language of which the model knows little: to it they are all alike. */
class FewQuestionsTest {

    private static final List<String> UNLIKE = List.of(
            "Puis-je emmener mon vélo ?",
            "Quand serai-je remboursé ?",
            "Le musée ouvre-t-il dimanche ?",
            "Comment changer d’adresse ?",
            "Vendez-vous des bons cadeaux ?",
            "Avez-vous perdu ma valise ?");

    private final AtomicLong lastTopic = new AtomicLong();
    private final TopicGrouping grouping =
            new TopicGrouping(Likeness.OTHER, UNLIKE.size() + 1, lastTopic::incrementAndGet);

    @Test
    void questions_that_share_nothing_but_their_language_are_not_one_topic() {
        Set<Long> topics = new HashSet<>();
        for (int i = 0; i < UNLIKE.size(); i++) {
            topics.add(grouping.assign(i, UNLIKE.get(i), embedding(i)));
        }
        grouping.regroup();

        assertThat(topics).hasSizeGreaterThan(UNLIKE.size() / 2);
    }

    @Test
    void one_that_is_asked_again_in_other_words_comes_to_the_same_topic() {
        List<Long> topics = new ArrayList<>();
        for (int i = 0; i < UNLIKE.size(); i++) {
            topics.add(grouping.assign(i, UNLIKE.get(i), embedding(i)));
        }

        assertThat(grouping.assign(100, "Est-ce que je peux emmener mon vélo à bord ?", embedding(0)))
                .isEqualTo(topics.get(0));
    }

    /** Four fifths of its length are what all questions of the language have in common. */
    private static float[] embedding(int subject) {
        float[] embedding = new float[UNLIKE.size() + 1];
        embedding[UNLIKE.size()] = 0.8f;
        embedding[subject] = 0.6f;
        return embedding;
    }
}
