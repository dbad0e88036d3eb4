package dev.plectrum.it.market;

import dev.plectrum.annotations.web.OnClose;
import dev.plectrum.annotations.web.OnError;
import dev.plectrum.annotations.web.OnMessage;
import dev.plectrum.annotations.web.OnOpen;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.Socket;
import dev.plectrum.web.socket.Conversation;
import io.vertx.core.Future;
import jakarta.validation.constraints.Positive;

// region class
/** Haggles over an offer, with one client at a time. */
@Public
@Socket(value = "/offers/{id}/haggle", protocols = "haggle")
public class HaggleSocket {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.it.market");

    private final OfferQuerySet offers;
    private long offer;
    private int highest;

    /** Made for each connection. */
    public HaggleSocket(OfferQuerySet offers) {
        this.offers = offers;
    }

    /** What a client says. */
    public sealed interface Move {
        /** Would pay so much. */
        record Bid(@Positive int price) implements Move {}

        /** Asks how many there are. */
        record Count() implements Move {}

        /** Has enough. */
        record Leave() implements Move {}
    }

    /** What it hears. */
    public record Heard(String text) {}

    @OnOpen
    void opened(Conversation<Move, Heard> socket, long id, @Query(orElse = "0") int least) {
        offer = id;
        highest = least;
        socket.send(new Heard("Offer " + id));
    }

    @OnMessage
    Heard bid(Move.Bid bid) {
        if (bid.price() <= highest) {
            throw new IllegalArgumentException("More than " + highest);
        }
        highest = bid.price();
        return new Heard("The highest bid is " + highest);
    }

    @OnMessage
    Future<Heard> count(Move.Count count) {
        return offers.filter(o -> o.id.eq(offer)).acount().map(found -> new Heard(found + " of it"));
    }

    @OnMessage
    Future<Void> leave(Move.Leave leave, Conversation<Move, Heard> socket) {
        return socket.close(4000, "Until tomorrow");
    }

    @OnError
    void refused(Throwable cause, Conversation<Move, Heard> socket) {
        socket.send(new Heard("No: " + cause.getMessage()));
    }

    @OnClose
    void left(int code) {
        LOG.log(System.Logger.Level.DEBUG, "Offer {0} was left with {1}", offer, code);
    }
}
// endregion
