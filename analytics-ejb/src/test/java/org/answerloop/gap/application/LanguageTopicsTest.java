package org.answerloop.gap.application;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbeddingFailedException;
import org.answerloop.embedding.model.StoredVector;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.GroupingDue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of questions on which the model fails. */
class LanguageTopicsTest {

    private static final String POISON = "What about the poison?";

    private final AtomicLong lastTopic = new AtomicLong();
    private final OfFerries model = new OfFerries();
    private final LanguageTopics topics =
            new LanguageTopics("en", Optional.of(model), Fineness.STANDARD, lastTopic::incrementAndGet);

    /** Knows ferries and everything else, and fails on what it is told to. */
    private static final class OfFerries implements Embedder {

        private String poison = "poison";

        @Override
        public String model() {
            return "ferries";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            if (text.toLowerCase(Locale.ROOT).contains(poison)) {
                throw new EmbeddingFailedException("No vector for " + text, null);
            }
            return text.contains("ferry") ? new float[] {1, 0} : new float[] {0, 1};
        }

        @Override
        public float[] everyday() {
            return new float[] {0, 1};
        }
    }

    @Test
    void a_question_on_which_the_model_fails_is_alone_in_its_topic_and_holds_up_nobody() {
        GroupedQuestion failed = topics.assign(due(1, POISON));
        GroupedQuestion first = topics.assign(due(2, "When does the ferry leave?"));
        GroupedQuestion second = topics.assign(due(3, "When does that ferry leave?"));

        assertThat(failed.begun().title()).isEqualTo(POISON);
        assertThat(failed.vector()).isNull();
        assertThat(first.vector()).isEqualTo(StoredVector.bytes(new float[] {1, 0}));
        assertThat(second.topic()).isEqualTo(first.topic()).isNotEqualTo(failed.topic());
        assertThat(topics.size()).isEqualTo(2);
        assertThat(topics.regroup().moves()).noneMatch(move -> move.question() == 1);
        assertThat(topics.forget(1)).isEmpty();
    }

    @Test
    void it_is_tried_again_when_the_tables_are_read_and_stays_where_a_person_puts_it() {
        topics.restore(new KnownQuestion(1, "en", POISON, 70, false, null));
        assertThat(topics.size()).isZero();

        GroupedQuestion placed =
                topics.place(new DueQuestion(1, GroupingDue.PLACED, POISON, "en", 71L, "en", true, null));
        assertThat(placed.topic()).isEqualTo(71);
        assertThat(topics.size()).isZero();

        model.poison = "nothing any more";
        topics.restore(new KnownQuestion(1, "en", POISON, 71, true, null));
        assertThat(topics.size()).isEqualTo(1);
    }

    @Test
    void a_model_that_fails_on_everything_makes_no_topics() {
        model.poison = "";

        assertThatThrownBy(() -> topics.assign(due(1, "When does the ferry leave?")))
                .isInstanceOf(EmbeddingFailedException.class);
        assertThat(lastTopic).hasValue(0);
    }

    private static DueQuestion due(long id, String question) {
        return new DueQuestion(id, GroupingDue.values()[0], question, "en", null, null, false, null);
    }
}
