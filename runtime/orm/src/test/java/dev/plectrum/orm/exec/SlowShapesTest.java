package dev.plectrum.orm.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ten ticks are a second here, and a hundred the longest pause. */
class SlowShapesTest {
    private final SlowShapes shapes = new SlowShapes(10, 100);

    private boolean isSpared(int tick) {
        return shapes.contains("SELECT 1", tick);
    }

    @Test
    void whatWasSlowForOnceIsBackAfterASecond() {
        shapes.slow("SELECT 1", 0);

        assertThat(isSpared(10)).isTrue();
        assertThat(isSpared(11)).isFalse();
        assertThat(shapes.contains("SELECT 2", 0)).isFalse();
    }

    @Test
    void whatIsSlowEachTimeIsSparedForLongerEachTimeButNotForEver() {
        shapes.slow("SELECT 1", 0);
        shapes.slow("SELECT 1", 11);
        assertThat(isSpared(51)).isTrue();
        assertThat(isSpared(52)).isFalse();

        shapes.slow("SELECT 1", 52);
        assertThat(isSpared(152)).isTrue();
        assertThat(isSpared(153)).isFalse();
    }

    @Test
    void manyThatWereSlowAtTheSameTimeCountAsOne() {
        shapes.slow("SELECT 1", 0);
        shapes.slow("SELECT 1", 0);
        shapes.slow("SELECT 1", 1);

        assertThat(isSpared(11)).isFalse();
    }

    @Test
    void waitingForALockIsForgivenAfterASecondHoweverOftenItHappens() {
        for (int tick = 0; tick < 110; tick += 11) {
            shapes.contended("SELECT 1", tick);
        }

        assertThat(isSpared(109)).isTrue();
        assertThat(isSpared(110)).isFalse();
    }

    @Test
    void aMinuteOfGoodConductIsForgottenAndForgiven() {
        shapes.slow("SELECT 1", 0);
        shapes.slow("SELECT 1", 11);
        shapes.advance(152);
        shapes.slow("SELECT 1", 152);

        assertThat(isSpared(162)).isTrue();
        assertThat(isSpared(163)).isFalse();
    }

    @Test
    void theClockMayOverflow() {
        shapes.slow("SELECT 1", Integer.MAX_VALUE - 5);

        assertThat(isSpared(Integer.MIN_VALUE + 4)).isTrue();
        assertThat(isSpared(Integer.MIN_VALUE + 5)).isFalse();
    }
}
