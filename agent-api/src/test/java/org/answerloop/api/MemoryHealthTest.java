package org.answerloop.api;

import java.lang.management.MemoryUsage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryHealthTest {

    @ParameterizedTest
    @CsvSource({"0, true", "500, true", "969, true", "970, false", "1000, false"})
    void aHeapThatACollectionLeavesFullIsNotReady(long used, boolean ready) {
        double filled = MemoryHealth.filled(new MemoryUsage(0, used, 1_000, 1_000));

        assertThat(filled).isEqualTo(used / 1_000.0);
        assertThat(MemoryHealth.isEnough(filled)).isEqualTo(ready);
    }

    @Test
    void whatIsNotCollectedOrHasNoBoundIsNotFull() {
        assertThat(MemoryHealth.filled(null)).isZero();
        assertThat(MemoryHealth.filled(new MemoryUsage(0, 500, 1_000, -1))).isZero();
    }
}
