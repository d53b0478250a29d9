package org.answerloop.embedding.infrastructure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.answerloop.embedding.model.EmbeddingFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The model as it ships, on this machine. */
class BgeSmallEmbedderTest {

    private static BgeSmallEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = loaded();
    }

    private static BgeSmallEmbedder loaded() {
        return BgeSmallEmbedder.load(Path.of("target", "modèle 漢"), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void texts_that_mean_nearly_the_same_are_closer_than_others() {
        float[] bicycle = embedder.embed("Can I take my bicycle on board?");
        float[] bike = embedder.embed("is it allowed to bring a bike on the ship");
        float[] refund = embedder.embed("When do I get my money back?");

        assertThat(cosine(bicycle, bike)).isGreaterThan(0.8);
        assertThat(cosine(bicycle, bike)).isGreaterThan(cosine(bicycle, refund) + 0.2);
    }

    @Test
    void a_vector_has_length_one_whatever_the_text() {
        for (String text : new String[] {"", "?", "Où est mon billet ?", "チケット", "very ".repeat(5_000)}) {
            float[] vector = embedder.embed(text);

            assertThat(vector).hasSize(embedder.dimensions());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void a_text_has_the_same_vector_each_time() {
        try (BgeSmallEmbedder again = loaded()) {
            assertThat(again.embed("Where is my ticket?")).isEqualTo(embedder.embed("Where is my ticket?"));
        }
    }

    @Test
    void whoever_is_at_work_while_it_is_closed_comes_to_an_end_and_the_next_is_refused() throws Exception {
        BgeSmallEmbedder closing = loaded();
        CountDownLatch working = new CountDownLatch(4);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(workers.submit(() -> {
                working.countDown();
                while (true) {
                    closing.embed("Where is my ticket? ".repeat(40));
                }
            }));
        }
        working.await();

        closing.close();
        closing.close();

        workers.shutdown();
        for (Future<?> worker : all) {
            assertThatThrownBy(() -> worker.get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(EmbeddingFailedException.class);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
