package dev.plectrum.orm.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // what is written goes no further than the test
class SentTogetherTest {
    private final List<Object> written = new ArrayList<>();
    private int flushes;

    /** Keeps what is written, counts what would be calls of the system, and answers what is read with two statements. */
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
                @Override
                public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                    written.add(message);
                }

                @Override
                public void flush(ChannelHandlerContext context) {
                    flushes++;
                }
            },
            new SentTogether(),
            new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object read) {
                    context.writeAndFlush(read + " one");
                    context.writeAndFlush(read + " two");
                    if (read.equals("wrong")) {
                        throw new IllegalStateException("as it is meant to be");
                    }
                }
            });

    @Test
    void whatFollowsFromOneAnswerIsSentAtOnce() {
        channel.writeInbound("answer");
        assertThat(flushes).isOne();
        assertThat(written).containsExactly("answer one", "answer two");
    }

    @Test
    void eachPieceOfAnswersIsFollowedByWhatItLedTo() {
        channel.writeInbound("first", "second");
        assertThat(flushes).isEqualTo(2);
    }

    @Test
    void whatIsWrittenWithoutAReadGoesWithTheNextTurnOfTheLoop() {
        channel.eventLoop().execute(() -> {
            channel.pipeline().writeAndFlush("one");
            channel.pipeline().writeAndFlush("two");
            assertThat(flushes).isZero();
        });
        channel.runPendingTasks();
        assertThat(flushes).isOne();
        assertThat(written).containsExactly("one", "two");
    }

    @Test
    void itIsSentEvenIfReadingFails() {
        assertThatThrownBy(() -> channel.writeInbound("wrong")).hasMessage("as it is meant to be");
        assertThat(flushes).isOne();
        assertThat(written).containsExactly("wrong one", "wrong two");
    }
}
