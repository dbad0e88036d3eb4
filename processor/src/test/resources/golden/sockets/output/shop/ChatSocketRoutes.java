package shop;

import static dev.plectrum.web.input.TextTypes.INT;
import static dev.plectrum.web.input.TextTypes.LONG;

import dev.plectrum.web.Inputs;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.socket.Conversation;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.Callable;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The routes of {@link ChatSocket}. */
@Generated("dev.plectrum")
final class ChatSocketRoutes implements Routes {
    private final Callable<ChatSocket> connections;

    ChatSocketRoutes(Callable<ChatSocket> connections) {
        this.connections = connections;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/rooms/{room}")
                        .name("ChatSocket.joined")
                        .permission("shop.chat")
                        .socket(SocketSpec.<ChatSocket.Move, ChatSocket.Heard>json(
                                MoveCodec.INSTANCE,
                                HeardCodec.INSTANCE,
                                this::joined).protocols("chat").maxMessage(4096)));
    }

    private void joined(Conversation<ChatSocket.Move, ChatSocket.Heard> socket) throws Exception {
        Request request = socket.request();
        Inputs in = request.inputs();
        long room = in.path(0, LONG);
        int last = in.query().required("last", INT);
        in.check();
        ChatSocket connection = connections.call();
        socket.onMessage(message -> message(connection, socket, message));
        socket.onError(cause -> connection.failed(cause, socket));
        socket.onClose(code -> connection.left(code));
        connection.joined(socket, room, last);
    }

    private static @Nullable Future<?> message(ChatSocket connection,
            Conversation<ChatSocket.Move, ChatSocket.Heard> socket, ChatSocket.Move message) {
        if (message instanceof ChatSocket.Move.Say say) {
            return connection.say(say, socket, socket.request().requireUser());
        }
        if (message instanceof ChatSocket.Move.Ask ask) {
            return connection.answer(ask).compose(socket::send);
        }
        if (message instanceof ChatSocket.Move.Leave leave) {
            connection.leave(leave);
            return null;
        }
        ChatSocket.@Nullable Heard answer = connection.quiet((ChatSocket.Move.Quiet) message);
        return answer == null ? null : socket.send(answer);
    }

    /** The JSON form of {@link ChatSocket.Move.Say}. */
    private static final class SayCodec implements JsonDecoder<ChatSocket.Move.Say> {
        static final SayCodec INSTANCE = new SayCodec();

        @Override
        public ChatSocket.Move.@Nullable Say read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasText = false;
            String text = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "text" -> {
                        hasText = true;
                        text = in.string();
                    }
                    default -> in.unknownField("text");
                }
            }
            if (!hasText) {
                in.missing("text");
            }
            if (in.errorCount() > errors || text == null) {
                return null;
            }
            return new ChatSocket.Move.Say(text);
        }
    }

    /** The JSON form of {@link ChatSocket.Move.Ask}. */
    private static final class AskCodec implements JsonDecoder<ChatSocket.Move.Ask> {
        static final AskCodec INSTANCE = new AskCodec();

        @Override
        public ChatSocket.Move.@Nullable Ask read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasQuestion = false;
            String question = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "question" -> {
                        hasQuestion = true;
                        question = in.string();
                    }
                    default -> in.unknownField("question");
                }
            }
            if (!hasQuestion) {
                in.missing("question");
            }
            if (in.errorCount() > errors || question == null) {
                return null;
            }
            return new ChatSocket.Move.Ask(question);
        }
    }

    /** The JSON form of {@link ChatSocket.Move.Leave}. */
    private static final class LeaveCodec implements JsonDecoder<ChatSocket.Move.Leave> {
        static final LeaveCodec INSTANCE = new LeaveCodec();

        @Override
        public ChatSocket.Move.@Nullable Leave read(JsonReader in) {
            int errors = in.errorCount();
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                in.unknownField();
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return new ChatSocket.Move.Leave();
        }
    }

    /** The JSON form of {@link ChatSocket.Move.Typing}. */
    private static final class TypingCodec implements JsonDecoder<ChatSocket.Move.Typing> {
        static final TypingCodec INSTANCE = new TypingCodec();

        @Override
        public ChatSocket.Move.@Nullable Typing read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasStill = false;
            boolean still = false;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "still" -> {
                        hasStill = true;
                        still = in.bool();
                    }
                    default -> in.unknownField("still");
                }
            }
            if (!hasStill) {
                in.missing("still");
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return new ChatSocket.Move.Typing(still);
        }
    }

    /** The JSON form of {@link ChatSocket.Move}: {@code type} tells which it is. */
    private static final class MoveCodec implements JsonDecoder<ChatSocket.Move> {
        static final MoveCodec INSTANCE = new MoveCodec();

        @Override
        public ChatSocket.@Nullable Move read(JsonReader in) {
            String kind = in.kind("type", "Ask", "Leave", "Say", "Typing");
            if (kind == null) {
                return null;
            }
            return switch (kind) {
                case "Ask" -> AskCodec.INSTANCE.read(in);
                case "Leave" -> LeaveCodec.INSTANCE.read(in);
                case "Say" -> SayCodec.INSTANCE.read(in);
                default -> TypingCodec.INSTANCE.read(in);
            };
        }
    }

    /** The JSON form of {@link ChatSocket.Heard}. */
    private static final class HeardCodec implements JsonEncoder<ChatSocket.Heard> {
        static final HeardCodec INSTANCE = new HeardCodec();

        private static final JsonName WHO = JsonName.of("who");
        private static final JsonName TEXT = JsonName.of("text");

        @Override
        public void write(JsonWriter out, ChatSocket.Heard value) {
            out.startObject();
            out.field(WHO).string(value.who());
            out.field(TEXT).string(value.text());
            out.endObject();
        }
    }
}
