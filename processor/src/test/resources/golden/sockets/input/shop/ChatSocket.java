package shop;

import dev.plectrum.annotations.web.OnClose;
import dev.plectrum.annotations.web.OnError;
import dev.plectrum.annotations.web.OnMessage;
import dev.plectrum.annotations.web.OnOpen;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.RequirePermission;
import dev.plectrum.annotations.web.Socket;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.security.User;
import dev.plectrum.web.socket.Conversation;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** What is said in a room. */
@Socket(value = "/rooms/{room}", protocols = "chat", maxMessageBytes = 4096)
@RequirePermission("shop.chat")
class ChatSocket {
    private final Rooms rooms;
    private long room;

    ChatSocket(Database db, Rooms rooms) {
        this.rooms = rooms;
    }

    /** Who talks in which rooms. */
    interface Rooms {}

    sealed interface Move {
        record Say(String text) implements Move {}

        record Ask(String question) implements Move {}

        record Leave() implements Move {}

        sealed interface Quiet extends Move {}

        record Typing(boolean still) implements Quiet {}
    }

    record Heard(String who, String text) {}

    @OnOpen
    void joined(Conversation<Move, Heard> socket, long room, @Query int last) {
        this.room = room;
    }

    @OnMessage
    Future<Void> say(Move.Say said, Conversation<Move, Heard> socket, User user) {
        return socket.send(new Heard(user.id(), said.text()));
    }

    @OnMessage
    Future<Heard> answer(Move.Ask asked) {
        return Future.succeededFuture(new Heard("", asked.question()));
    }

    @OnMessage
    void leave(Move.Leave leave) {}

    @OnMessage
    @Nullable Heard quiet(Move.Quiet quiet) {
        return null;
    }

    @OnError
    void failed(Throwable cause, Conversation<Move, Heard> socket) {
        socket.send(new Heard("", "That went wrong"));
    }

    @OnClose
    void left(int code) {}
}
