package dev.plectrum.orm.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WholeMessagesTest {
    private static final int LARGE = 1 << 16;

    private final EmbeddedChannel channel = new EmbeddedChannel(new WholeMessages());

    @Property(tries = 300)
    void smallMessagesAreNeverCutHoweverTheyArrive(
            @ForAll @Size(max = 40) List<@IntRange(max = 300) Integer> lengths,
            @ForAll @NotEmpty @Size(max = 6) List<@IntRange(min = 1, max = 400) Integer> cuts) {
        ByteBuf sent = messages(lengths);
        List<ByteBuf> received = receive(sent, cuts);
        for (ByteBuf part : received) {
            assertThat(endsWithAMessage(part)).as("of whole messages").isTrue();
        }
        assertSame(received, sent);
    }

    @Property(tries = 100)
    void nothingIsLostOrChangedWhereSomeAreLarge(
            @ForAll @Size(max = 5) List<@IntRange(max = 3 * LARGE) Integer> lengths,
            @ForAll @NotEmpty @Size(max = 4) List<@IntRange(min = 1, max = 2 * LARGE) Integer> cuts) {
        ByteBuf sent = messages(lengths);
        assertSame(receive(sent, cuts), sent);
    }

    @Test
    void whatFollowsALargeMessageIsNotHandedOnTogetherWithItsEnd() {
        ByteBuf sent = messages(List.of(2 * LARGE, 3));
        List<ByteBuf> received = receive(sent, List.of(LARGE, 3 * LARGE));
        assertThat(received).hasSize(3);
        assertThat(received.get(2).readableBytes()).isEqualTo(5 + 3);
        assertSame(received, sent);
    }

    @Test
    void theAnswerToTheQuestionForEncryptionGoesThroughAtOnce() {
        channel.writeInbound(Unpooled.copiedBuffer(new byte[] {'S'}));
        ByteBuf answer = channel.readInbound();
        assertThat(answer.readByte()).isEqualTo((byte) 'S');
        answer.release();
        // Later the same byte is how a message begins.
        channel.writeInbound(messages(List.of(2)));
        ((ByteBuf) channel.readInbound()).release();
        channel.writeInbound(Unpooled.copiedBuffer(new byte[] {'S'}));
        assertNothingIsHandedOn();
        channel.finishAndReleaseAll();
    }

    @Test
    void aLengthThatNoMessageHasIsRefused() {
        ByteBuf wrong = Unpooled.buffer().writeByte('D').writeInt(3);
        assertThatThrownBy(() -> channel.writeInbound(wrong))
                .isInstanceOf(CorruptedFrameException.class)
                .hasMessage("A message of 3 bytes is none of PostgreSQL's");
        assertThat(wrong.refCnt()).isZero();
    }

    @Test
    void whatHasBegunIsGivenBackWhenTheConnectionEnds() {
        ByteBuf half = messages(List.of(100));
        channel.writeInbound(half.readRetainedSlice(50));
        assertNothingIsHandedOn();
        channel.finish();
        assertThat(half.refCnt()).isOne();
        half.release();
    }

    private void assertNothingIsHandedOn() {
        Object received = channel.readInbound();
        assertThat(received).isNull();
    }

    /** Messages with this much behind their headers, in one buffer. */
    private static ByteBuf messages(List<Integer> lengths) {
        Random random = new Random(lengths.hashCode());
        ByteBuf all = Unpooled.buffer();
        for (int length : lengths) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            all.writeByte('D').writeInt(4 + length).writeBytes(content);
        }
        return all;
    }

    /** What comes out when this comes in, cut into pieces of these sizes over and over. */
    private List<ByteBuf> receive(ByteBuf sent, List<Integer> cuts) {
        EmbeddedChannel fresh = new EmbeddedChannel(new WholeMessages());
        ByteBuf left = sent.duplicate();
        List<ByteBuf> received = new ArrayList<>();
        for (int i = 0; left.isReadable(); i++) {
            int size = Math.min(cuts.get(i % cuts.size()), left.readableBytes());
            fresh.writeInbound(left.readRetainedSlice(size));
            for (ByteBuf part = fresh.readInbound(); part != null; part = fresh.readInbound()) {
                received.add(part);
            }
        }
        assertThat(fresh.finish()).as("something kept back").isFalse();
        return received;
    }

    private static boolean endsWithAMessage(ByteBuf part) {
        int at = part.readerIndex();
        while (at < part.writerIndex()) {
            at += 1 + part.getInt(at + 1);
        }
        return at == part.writerIndex();
    }

    private static void assertSame(List<ByteBuf> received, ByteBuf sent) {
        ByteBuf together = Unpooled.buffer();
        for (ByteBuf part : received) {
            together.writeBytes(part);
            part.release();
        }
        assertThat(together).isEqualTo(sent);
        assertThat(sent.refCnt()).as("held by nobody else").isOne();
        sent.release();
        together.release();
    }
}
