package dev.plectrum.orm.exec;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.NetSocket;

/**
 * Asks PostgreSQL to end what one of its backends does. The client has this too, but is done when the request is written:
 * the signal can then still arrive when the connection already runs the next statement. The server closes the socket after
 * it has sent the signal, so that this waits for the end of the stream.
 */
final class CancelRequest {
    private static final int CANCEL = 80_877_102;
    private static final int TLS = 80_877_103;

    private final Endpoint endpoint;
    private final int process;
    private final int secret;
    private final Promise<Void> done;

    private CancelRequest(Endpoint endpoint, int process, int secret, Promise<Void> done) {
        this.endpoint = endpoint;
        this.process = process;
        this.secret = secret;
        this.done = done;
    }

    /** Completes when the server has acted; fails when that is not known. */
    static Future<Void> send(Endpoint endpoint, EventLoop loop, int process, int secret, boolean encrypted) {
        ContextInternal context =
                endpoint.vertx().contextBuilder().withEventLoop(loop).build();
        Promise<Void> done = context.promise();
        context.emit(nothing -> {
            long timer = context.setTimer(
                    endpoint.options().connectTimeout().toMillis(),
                    id -> done.tryFail("The server did not answer a cancel request"));
            CancelRequest request = new CancelRequest(endpoint, process, secret, done);
            endpoint.client()
                    .connect(endpoint.address())
                    .onSuccess(socket -> request.begin(socket, encrypted))
                    .onFailure(done::tryFail);
            done.future().onComplete(result -> context.owner().cancelTimer(timer));
        });
        return done.future();
    }

    private void begin(NetSocket socket, boolean encrypted) {
        done.future().onFailure(failure -> socket.close());
        socket.closeHandler(nothing -> done.tryComplete());
        socket.exceptionHandler(done::tryFail);
        if (!encrypted) {
            write(socket);
            return;
        }
        // The key in the request ends statements of this user: where the connection is encrypted, so is this.
        socket.handler(answer -> {
            if (answer.getByte(0) == 'S') {
                socket.upgradeToSsl(endpoint.tlsOptions())
                        .onSuccess(upgraded -> write(socket))
                        .onFailure(done::tryFail);
            } else {
                done.tryFail("The server refused to encrypt a cancel request");
            }
        });
        socket.write(Buffer.buffer().appendInt(8).appendInt(TLS)).onFailure(done::tryFail);
    }

    private void write(NetSocket socket) {
        socket.write(Buffer.buffer()
                        .appendInt(16)
                        .appendInt(CANCEL)
                        .appendInt(process)
                        .appendInt(secret))
                .onFailure(done::tryFail);
    }
}
