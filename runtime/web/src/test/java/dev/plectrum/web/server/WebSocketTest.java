package dev.plectrum.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.Application;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.TestUser;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.security.BearerAuthentication;
import dev.plectrum.web.socket.Conversation;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebSocketTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static final JsonEncoder<String> TEXT = (out, text) -> out.string(text);

    private final LinkedBlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Promise<Void>> handling = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();

    private Application application() {
        return Servers.application(
                        Route.get("/echo/{room}")
                                .open()
                                .socket(SocketSpec.json(JsonReader::string, TEXT, this::echo)
                                        .protocols("v2", "v1")
                                        .maxMessage(100)),
                        Route.get("/private")
                                .socket(SocketSpec.json(
                                        JsonReader::string,
                                        TEXT,
                                        socket -> socket.send(
                                                socket.request().requireUser().id()))),
                        Route.get("/slow").open().socket(SocketSpec.json(JsonReader::string, TEXT, this::slow)),
                        Route.get("/broken").open().socket(SocketSpec.json(JsonReader::string, TEXT, socket -> {
                            throw new IllegalStateException("on purpose");
                        })),
                        Route.get("/page").open().value(request -> "page", Reply.text()))
                .authentication(app -> new BearerAuthentication(TestUser::find));
    }

    private void echo(Conversation<String, String> socket) {
        String room = socket.request().pathValues().get(0);
        socket.onMessage(text -> socket.send(room + " " + text + " " + socket.protocol()));
        socket.onClose(closed::add);
    }

    private void slow(Conversation<String, String> socket) {
        socket.onMessage(text -> {
            taken.incrementAndGet();
            Promise<Void> promise = Promise.promise();
            handling.add(promise);
            return promise.future();
        });
    }

    /** A client's end. */
    private static final class Client {
        final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final Promise<Integer> closed = Promise.promise();
        final WebSocket socket;

        Client(Application.Built built, String uri, WebSocketConnectOptions options) {
            socket = Servers.await(servers.onLoop(() -> servers.webSockets()
                    .connect(options.setHost("localhost")
                            .setPort(built.server().port())
                            .setURI(uri))
                    .onSuccess(open -> {
                        open.textMessageHandler(heard::add);
                        open.closeHandler(v -> closed.complete((int) open.closeStatusCode()));
                    })));
        }

        String hear() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void messagesAreTypedAndAnswered() throws Exception {
        var client = new Client(
                servers.start(application()),
                "/echo/tea",
                new WebSocketConnectOptions().addSubProtocol("v1").addSubProtocol("v2"));
        client.socket.writeTextMessage("\"hello\"");
        assertThat(client.hear()).isEqualTo("\"tea hello v2\"");
        Servers.await(client.socket.close((short) 4000));
        assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(4000);
    }

    @Test
    void aMessageThatIsNotWhatItShouldBeEndsTheSocket() {
        var built = servers.start(application());
        var malformed = new Client(built, "/echo/a", new WebSocketConnectOptions());
        malformed.socket.writeTextMessage("{");
        assertThat(Servers.await(malformed.closed.future())).isEqualTo(1007);
        var mistyped = new Client(built, "/echo/a", new WebSocketConnectOptions());
        mistyped.socket.writeTextMessage("7");
        assertThat(Servers.await(mistyped.closed.future())).isEqualTo(1007);
        var binary = new Client(built, "/echo/a", new WebSocketConnectOptions());
        binary.socket.writeBinaryMessage(Buffer.buffer("x"));
        assertThat(Servers.await(binary.closed.future())).isEqualTo(1003);
        var large = new Client(built, "/echo/a", new WebSocketConnectOptions());
        large.socket.writeTextMessage("\"" + "a".repeat(200) + "\"");
        assertThat(Servers.await(large.closed.future())).isEqualTo(1009);
        var broken = new Client(built, "/broken", new WebSocketConnectOptions());
        assertThat(Servers.await(broken.closed.future())).isEqualTo(1011);
    }

    @Test
    void theNextMessageWaitsForTheOneBefore() {
        var client = new Client(servers.start(application()), "/slow", new WebSocketConnectOptions());
        for (int i = 0; i < 3; i++) {
            client.socket.writeTextMessage("\"x\"");
        }
        Servers.await(servers.vertx().timer(200));
        assertThat(taken).hasValue(1);
        handling.remove().complete();
        Servers.await(servers.vertx().timer(200));
        assertThat(taken).hasValue(2);
    }

    @Test
    void itIsOpenedByItsOwnSiteAndByUsersOnly() throws Exception {
        var built = servers.start(application());
        assertThat(refusal(built, "/echo/a", new WebSocketConnectOptions().addHeader("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(refusal(built, "/private", new WebSocketConnectOptions())).isEqualTo(401);
        assertThat(refusal(built, "/nowhere", new WebSocketConnectOptions())).isEqualTo(404);
        var client =
                new Client(built, "/private", new WebSocketConnectOptions().addHeader("Authorization", "Bearer ada"));
        assertThat(client.hear()).isEqualTo("\"ada\"");
        assertThat(servers.client(built).get("/echo/a").problem()).isEqualTo("upgrade-required");
        assertThat(servers.client(built)
                        .header("Connection", "Upgrade")
                        .header("Upgrade", "websocket")
                        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                        .header("Sec-WebSocket-Version", "7")
                        .get("/echo/a")
                        .header("Sec-WebSocket-Version"))
                .as("a draft of the protocol")
                .isEqualTo("13");
    }

    /** A frame of a client, masked with zeros; what is longer than 125 has its length in two bytes. */
    private static byte[] frame(int first, byte[] payload) {
        var frame = Buffer.buffer().appendByte((byte) first);
        if (payload.length < 126) {
            frame.appendByte((byte) (0x80 | payload.length));
        } else {
            frame.appendByte((byte) (0x80 | 126)).appendUnsignedShort(payload.length);
        }
        return frame.appendInt(0).appendBytes(payload).getBytes();
    }

    /** What the server closes with after these bytes; -1 if it just closes, and what it says before is forgotten. */
    @SuppressWarnings("StringConcatToTextBlock") // lines end in CR LF, which text blocks hide
    private static int closing(Application.Built built, byte[]... frames) throws IOException {
        try (var socket = new java.net.Socket("localhost", built.server().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /echo/a HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var in = new DataInputStream(socket.getInputStream());
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            assertThat(head.toString())
                    .startsWith("HTTP/1.1 101 ")
                    .as("a bomb would be unpacked before anybody measures it")
                    .doesNotContainIgnoringCase("deflate");
            try {
                for (byte[] frame : frames) {
                    socket.getOutputStream().write(frame);
                }
            } catch (IOException e) {
                return -1; // closed while we were writing
            }
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = new byte[in.readUnsignedByte()];
                in.readFully(payload);
                if ((first & 15) == 8) {
                    return payload.length < 2 ? 1005 : Buffer.buffer(payload).getUnsignedShort(0);
                }
            }
        } catch (EOFException | SocketException e) {
            return -1;
        }
    }

    @Test
    void framesThatBreakTheProtocolEndTheSocket() throws IOException {
        var built = servers.start(application());
        byte[] text = "\"x\"".getBytes(StandardCharsets.UTF_8);
        byte[] broken = {'"', (byte) 0xc3, '"'};
        assertThat(closing(built, frame(0x81, broken))).as("no UTF-8").isEqualTo(1007);
        assertThat(closing(built, frame(0x01, new byte[] {'"', (byte) 0xc3}), frame(0x80, new byte[] {'"'})))
                .as("no UTF-8 across frames")
                .isEqualTo(1007);
        assertThat(closing(built, frame(0x81, text), frame(0x80, text)))
                .as("goes on with nothing")
                .isIn(1002, -1);
        assertThat(closing(built, frame(0xc1, text))).as("a reserved bit").isIn(1002, -1);
        assertThat(closing(built, frame(0x83, text))).as("an unknown kind").isIn(1002, -1);
        assertThat(closing(built, frame(0x89, new byte[200]))).as("a huge ping").isIn(1002, -1);
        assertThat(closing(built, new byte[] {(byte) 0x81, 3, '"', 'x', '"'}))
                .as("not masked")
                .isIn(1002, -1);
        assertThat(closing(built, frame(0x88, new byte[] {3})))
                .as("half a code")
                .isIn(1002, 1007, -1);
        byte[][] flood = new byte[200][];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = frame(i == 0 ? 0x01 : 0x00, new byte[1000]);
        }
        assertThat(closing(built, flood)).as("a message without end").isIn(1009, 1002, -1);
        var still = new Client(built, "/echo/a", new WebSocketConnectOptions());
        Servers.await(still.socket.close((short) 1000));
    }

    private static int refusal(Application.Built built, String uri, WebSocketConnectOptions options) {
        Future<?> connecting = servers.webSockets()
                .connect(options.setHost("localhost")
                        .setPort(built.server().port())
                        .setURI(uri));
        assertThatThrownBy(() -> Servers.await(connecting)).hasCauseInstanceOf(UpgradeRejectedException.class);
        return ((UpgradeRejectedException) connecting.cause()).getStatus();
    }

    @Test
    void aShutdownSaysGoodbye() {
        var built = Servers.await(application().start(servers.vertx()));
        var client = new Client(built, "/echo/a", new WebSocketConnectOptions());
        Servers.await(built.stop());
        assertThat(Servers.await(client.closed.future())).isEqualTo(1001);
    }
}
