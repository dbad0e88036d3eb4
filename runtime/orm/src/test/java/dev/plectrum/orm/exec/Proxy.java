package dev.plectrum.orm.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A network that does what a test wants: stands between the database layer and PostgreSQL, and stalls, cuts and resets. */
final class Proxy implements AutoCloseable {
    /** What becomes of a message that a test waits for. */
    enum Fate {
        /** It never arrives, and the connection is cut. */
        CUT_BEFORE,
        /** It arrives, and the connection is cut before the answer can come back. */
        CUT_BEFORE_ANSWER
    }

    private record Trap(String text, Fate fate) {}

    private final ServerSocket server;
    private final int target;
    private final Set<Pipe> pipes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile @Nullable Trap trap;
    private volatile boolean refusing;
    private boolean stalled;
    private boolean held;

    Proxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("proxy", this::accept);
    }

    private static void start(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections were opened so far. */
    int accepted() {
        return accepted.get();
    }

    /** How many connections are open. */
    int open() {
        return pipes.size();
    }

    /** From now on nothing passes, in either direction. */
    synchronized void stall() {
        stalled = true;
        held = false;
    }

    /** Waits until something that the client sent is held back. */
    synchronized void awaitHeld() {
        try {
            while (!held) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while nothing was sent", e);
        }
    }

    /** Everything passes again. */
    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    /** Whether new connections are closed as soon as they are accepted. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Closes every connection in good order. */
    void cut() {
        pipes.forEach(pipe -> pipe.end(false));
    }

    /** Resets every connection. */
    void reset() {
        pipes.forEach(pipe -> pipe.end(true));
    }

    /** The next connection on which the client sends this text meets this fate. */
    void trap(String text, Fate fate) {
        trap = new Trap(text, fate);
    }

    /** No statement is trapped any more. */
    void untrap() {
        trap = null;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                accepted.incrementAndGet();
                if (refusing) {
                    client.close();
                    continue;
                }
                Pipe pipe = new Pipe(client, new Socket(InetAddress.getLoopbackAddress(), target));
                pipes.add(pipe);
                start("proxy to server", pipe::toServer);
                start("proxy to client", pipe::toClient);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private synchronized void awaitPassage(boolean fromClient) throws InterruptedException {
        while (stalled) {
            if (fromClient && !held) {
                held = true;
                notifyAll();
            }
            wait();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resume();
        cut();
    }

    private final class Pipe {
        private final Socket client;
        private final Socket upstream;
        private volatile boolean mute;

        Pipe(Socket client, Socket upstream) throws SocketException {
            this.client = client;
            this.upstream = upstream;
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        }

        void toServer() {
            pump(client, upstream, true);
        }

        void toClient() {
            pump(upstream, client, false);
        }

        private void pump(Socket from, Socket to, boolean fromClient) {
            byte[] buffer = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    awaitPassage(fromClient);
                    Trap set = trap;
                    boolean caught = fromClient
                            && set != null
                            && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(set.text);
                    if (caught) {
                        trap = null;
                        if (set.fate == Fate.CUT_BEFORE) {
                            return;
                        }
                        mute = true;
                    }
                    if (!fromClient && mute) {
                        // The answer is here, so the server is done with it; the client never learns.
                        return;
                    }
                    out.write(buffer, 0, length);
                    out.flush();
                }
            } catch (IOException | InterruptedException e) {
                // The one or the other side has gone: so does the pipe.
                mute = true;
            } finally {
                end(false);
            }
        }

        void end(boolean reset) {
            pipes.remove(this);
            close(client, reset);
            close(upstream, reset);
        }

        private void close(Socket socket, boolean reset) {
            try {
                if (reset) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException e) {
                // The other thread of this pipe, or its peer, was faster: it is closed.
                mute = true;
            }
        }
    }
}
