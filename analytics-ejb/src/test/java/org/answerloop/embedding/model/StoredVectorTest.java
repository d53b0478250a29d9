package org.answerloop.embedding.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a text means, as it is stored. */
class StoredVectorTest {

    @Test
    void a_vector_is_read_as_it_was_stored() {
        float[] embedding = {0.5f, -1, 1, 0, 0.00012f};

        assertThat(StoredVector.embedding(StoredVector.bytes(embedding))).containsExactly(embedding, within(2e-5f));
    }
}
