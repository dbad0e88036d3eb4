package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.JoinTable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loads that one context asks for in one turn of its event loop: those that ask for the same rows in the same way become one
 * statement, whatever results their own rows came from. Whoever asks outside of any context is answered at once.
 */
final class Turn {
    private static final ContextLocal<Turn> KEY = ContextLocal.registerLocal(Turn.class);

    /** Loads that one statement can answer. */
    private record Kind(
            Session session,
            Mapping<?, ?, ?> target,
            KeyColumns owner,
            @Nullable JoinTable through,
            boolean many) {
        static Kind of(Peers<?> peers) {
            Link link = peers.link();
            return new Kind(peers.batch().session(), link.target(), link.owner(), link.through(), link.many());
        }
    }

    private static final class Gathering<M> {
        private final List<Peers<M>> peers = new ArrayList<>();
        private final Promise<@Nullable Void> loaded = Promise.promise();
    }

    private final Map<Kind, Gathering<?>> gatherings = new HashMap<>();

    private Turn() {}

    /** Loading this class has reserved the place on every context that is made from now on. */
    static void register() {
        Objects.requireNonNull(KEY);
    }

    /** Loads the relation of all rows of a result that do not have it, together with whoever asks for the same in this turn. */
    static <M> Future<?> load(Peers<M> peers) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return peers.loadAll(peers.link().plain());
        }
        Turn turn = of((ContextInternal) context);
        Kind kind = Kind.of(peers);
        return turn.join(kind, peers, context).loaded.future();
    }

    /** Code that blocks runs on the context too, but on another thread than its turns. */
    private synchronized <M> Gathering<M> join(Kind kind, Peers<M> peers, Context context) {
        Gathering<M> gathering = gathering(kind);
        gathering.peers.add(peers);
        if (gathering.peers.size() == 1) {
            context.runOnContext(next -> {
                end(kind);
                load(gathering);
            });
        }
        return gathering;
    }

    /** Whoever asks from now on asks anew. */
    private synchronized void end(Kind kind) {
        gatherings.remove(kind);
    }

    private static Turn of(ContextInternal context) {
        Turn known = KEY.get(context);
        if (known == null) {
            known = new Turn();
            KEY.put(context, known);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // a link leads to one model
    private <M> Gathering<M> gathering(Kind kind) {
        return (Gathering<M>) gatherings.computeIfAbsent(kind, k -> new Gathering<M>());
    }

    private static <M> void load(Gathering<M> gathering) {
        try {
            Peers<M> first = gathering.peers.get(0);
            first.loadAll(gathering.peers, first.link().plain())
                    .<@Nullable Void>mapEmpty()
                    .onComplete(gathering.loaded);
        } catch (RuntimeException e) {
            gathering.loaded.fail(e);
        }
    }
}
