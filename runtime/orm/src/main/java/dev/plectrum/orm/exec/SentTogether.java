package dev.plectrum.orm.exec;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Sends what is written in one go of the event loop with one call of the system: all statements that follow from one piece of
 * answers, or from all requests that came at once. The server, too, wakes up once for them.
 */
final class SentTogether extends ChannelDuplexHandler {
    private boolean reading;
    private boolean waiting;
    private boolean scheduled;

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        reading = true;
        try {
            context.fireChannelRead(read);
        } finally {
            reading = false;
            send(context);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        waiting = true;
        if (!reading && !scheduled) {
            scheduled = true;
            context.executor().execute(() -> {
                scheduled = false;
                send(context);
            });
        }
    }

    private void send(ChannelHandlerContext context) {
        if (waiting) {
            waiting = false;
            context.flush();
        }
    }
}
