package dev.plectrum.orm.exec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CorruptedFrameException;
import org.jspecify.annotations.Nullable;

/**
 * Hands PostgreSQL's messages to the client whole. What the network delivers ends anywhere in a message. The client puts such pieces
 * together as a buffer of many parts, out of which it reads rows more slowly, and which it keeps until a piece happens to end where a
 * message does; of a large answer that can be all of it. Here only the message that is cut in two is copied. Large messages go by in
 * pieces, as they come.
 */
final class WholeMessages extends ChannelInboundHandlerAdapter {
    /** A byte for the kind of message, and four for the length of what follows, themselves included. */
    private static final int HEADER = 5;

    private static final int MOST_COPIED = 1 << 16;

    /** A message of which the beginning is here. */
    private @Nullable ByteBuf begun;
    /** How much of a large message is still to come. */
    private long passing;

    private boolean talking;

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        ByteBuf in = (ByteBuf) read;
        if (!talking && isAnswerToEncryption(in)) {
            context.fireChannelRead(in);
            return;
        }
        talking = true;
        try {
            if (begun != null) {
                complete(context, begun, in);
            }
            if (passing > 0 && in.isReadable()) {
                pass(context, in);
            }
            keepCut(context, in);
            if (in.isReadable()) {
                context.fireChannelRead(in.retain());
            }
        } finally {
            in.release();
        }
    }

    /** Asked for encryption, the server says yes or no with one byte, which is no message. */
    private static boolean isAnswerToEncryption(ByteBuf in) {
        if (in.readableBytes() != 1) {
            return false;
        }
        byte answer = in.getByte(in.readerIndex());
        return answer == 'S' || answer == 'N';
    }

    /** Adds to what has begun, and hands it on when it is whole. */
    private void complete(ChannelHandlerContext context, ByteBuf message, ByteBuf in) {
        if (!fill(message, HEADER, in)) {
            return;
        }
        long length = length(message, 0);
        if (length > MOST_COPIED) {
            passing = length - message.readableBytes();
        } else if (!fill(message, (int) length, in)) {
            return;
        }
        begun = null;
        context.fireChannelRead(message);
    }

    /** Whether it is as long as this now. */
    private static boolean fill(ByteBuf message, int length, ByteBuf in) {
        int missing = length - message.readableBytes();
        if (missing > 0) {
            message.writeBytes(in, Math.min(missing, in.readableBytes()));
        }
        return message.readableBytes() >= length;
    }

    private void pass(ChannelHandlerContext context, ByteBuf in) {
        int length = (int) Math.min(passing, in.readableBytes());
        passing -= length;
        context.fireChannelRead(in.readRetainedSlice(length));
    }

    /** Takes the message off the end that is cut there, if it is not large. */
    private void keepCut(ChannelHandlerContext context, ByteBuf in) {
        int end = in.readerIndex();
        int left = in.readableBytes();
        long length = HEADER;
        while (left >= HEADER) {
            length = length(in, end);
            if (length > left) {
                break;
            }
            end += (int) length;
            left -= (int) length;
            length = HEADER;
        }
        if (length > MOST_COPIED) {
            passing = length - left;
        } else if (left > 0) {
            begun = context.alloc().buffer((int) length).writeBytes(in, end, left);
            in.writerIndex(end);
        }
    }

    private static long length(ByteBuf in, int start) {
        int length = in.getInt(start + 1);
        if (length < HEADER - 1) {
            throw new CorruptedFrameException("A message of " + length + " bytes is none of PostgreSQL's");
        }
        return length + 1L;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
