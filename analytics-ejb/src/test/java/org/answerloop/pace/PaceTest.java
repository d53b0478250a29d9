package org.answerloop.pace;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    @Test
    void doesNotRestWhereOthersLeaveAProcessor() {
        assertThat(Pace.rest(1_000, 1, 0, 0.1)).isZero();
        assertThat(Pace.rest(1_000, 2, 1, 0.1)).isZero();
        assertThat(Pace.rest(1_000, 8, 6.5, 0.1)).isZero();
    }

    @Test
    void restsAsLongAsItWorksWhereOthersLeaveHalfAProcessor() {
        assertThat(Pace.rest(1_000, 2, 1.5, 0.1)).isEqualTo(1_000);
    }

    @Test
    void worksThePartOfItsTimeThatIsNeededWhereOthersLeaveNothing() {
        assertThat(Pace.rest(1_000, 2, 2, 0.1)).isEqualTo(9_000);
        assertThat(Pace.rest(1_000, 2, 1.95, 0.1)).isEqualTo(9_000);
        assertThat(Pace.rest(1_000, 2, 2, 0.5)).isEqualTo(1_000);
    }
}
