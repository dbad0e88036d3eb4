package dev.plectrum.orm.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.DatabaseException;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final EventLoop HERE = new DefaultEventLoop();
    private static final EventLoop THERE = new DefaultEventLoop();
    private static final long START = Long.MAX_VALUE - 3;

    private final Waiters waiters = new Waiters();
    private final Pool.Waiter first = new Somebody(HERE);
    private final Pool.Waiter second = new Somebody(THERE);
    private final Pool.Waiter third = new Somebody(HERE);

    private record Somebody(EventLoop loop) implements Pool.Waiter {
        @Override
        public void granted(Link link) {
            throw new AssertionError("nobody grants here");
        }

        @Override
        public void refused(DatabaseException reason) {
            throw new AssertionError("nobody refuses here");
        }

        @Override
        public boolean isAbandoned() {
            return false;
        }
    }

    /** They come this long after each other; the clock's count goes over its end meanwhile, as it may. */
    private void come(long millisBetween) {
        long between = TimeUnit.MILLISECONDS.toNanos(millisBetween);
        waiters.add(first, START);
        waiters.add(second, START + between);
        waiters.add(third, START + 2 * between);
    }

    @Test
    void whoComesFirstIsServedFirst() {
        come(1);
        assertThat(waiters.size()).isEqualTo(3);
        assertThat(waiters.first()).isSameAs(first);
        assertThat(waiters.poll()).isSameAs(first);
        assertThat(waiters.poll()).isSameAs(second);
        assertThat(waiters.poll()).isSameAs(third);
        assertThat(waiters.poll()).isNull();
        assertThat(waiters.isEmpty()).isTrue();
    }

    @Test
    void aConnectionGoesToItsOwnLoopsWaiterWhoCameHardlyLater() {
        come(10);
        assertThat(waiters.pollFor(THERE)).isSameAs(second);
        assertThat(waiters.pollFor(THERE)).as("nobody is left of that loop").isSameAs(first);
    }

    @Test
    void nobodyIsPassedOverForLong() {
        come(11);
        assertThat(waiters.pollFor(THERE)).isSameAs(first);
        assertThat(waiters.pollFor(THERE)).isSameAs(second);
        assertThat(waiters.pollFor(THERE)).isSameAs(third);
        assertThat(waiters.pollFor(THERE)).isNull();
    }

    @Test
    void thoseWhoWaitedTooLongLeaveTogether() {
        come(5);
        assertThat(waiters.pollBefore(START)).isEmpty();
        assertThat(waiters.pollBefore(START + TimeUnit.MILLISECONDS.toNanos(5) + 1))
                .containsExactly(first, second);
        assertThat(waiters.pollAll()).containsExactly(third);
        assertThat(waiters.isEmpty()).isTrue();
    }
}
