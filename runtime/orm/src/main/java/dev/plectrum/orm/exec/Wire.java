package dev.plectrum.orm.exec;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The socket under one connection, held on to while PostgreSQL's client opens it. The client itself can only say goodbye
 * and wait for the server to hang up, which a server that is stuck never does; and while it logs in it cannot even do
 * that. So it is given a Vert.x whose network client shows its sockets to us.
 */
final class Wire extends VertxWrapper {
    private final NetClient client;
    private @Nullable NetSocketInternal socket;
    private boolean cut;

    Wire(VertxInternal vertx, NetClient client) {
        super(vertx);
        this.client = client;
    }

    @Override
    public NetClient createNetClient(NetClientOptions options) {
        return new Tapped();
    }

    private NetSocket caught(NetSocket opened) {
        NetSocketInternal caught = (NetSocketInternal) opened;
        // Behind it the client puts its own, and before it encryption, if that is asked for.
        caught.channelHandlerContext()
                .pipeline()
                .addBefore("handler", "sent-together", new SentTogether())
                .addBefore("handler", "whole-messages", new WholeMessages());
        boolean late;
        synchronized (this) {
            socket = caught;
            late = cut;
        }
        if (late) {
            cut();
        }
        return opened;
    }

    /** Closes the socket now, without asking anybody: what is on its way over it fails as lost. */
    void cut() {
        NetSocketInternal known;
        synchronized (this) {
            cut = true;
            known = socket;
        }
        if (known != null) {
            Channel channel = known.channelHandlerContext().channel();
            // Not channel.close(): the client's codec turns that into its goodbye.
            channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
        }
    }

    /** Connects by way of the shared client, which outlives the connection. */
    private final class Tapped implements NetClient {
        @Override
        public Future<NetSocket> connect(ConnectOptions options) {
            return client.connect(options).map(Wire.this::caught);
        }

        @Override
        public Future<NetSocket> connect(int port, String host) {
            return client.connect(port, host).map(Wire.this::caught);
        }

        @Override
        public Future<NetSocket> connect(int port, String host, String serverName) {
            return client.connect(port, host, serverName).map(Wire.this::caught);
        }

        @Override
        public Future<NetSocket> connect(SocketAddress address) {
            return client.connect(address).map(Wire.this::caught);
        }

        @Override
        public Future<NetSocket> connect(SocketAddress address, String serverName) {
            return client.connect(address, serverName).map(Wire.this::caught);
        }

        @Override
        public Future<Boolean> updateSSLOptions(ClientSSLOptions options, boolean force) {
            return client.updateSSLOptions(options, force);
        }

        @Override
        public boolean isMetricsEnabled() {
            return client.isMetricsEnabled();
        }

        @Override
        public Future<Void> shutdown(long timeout, TimeUnit unit) {
            return Future.succeededFuture();
        }
    }
}
