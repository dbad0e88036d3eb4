package dev.plectrum.orm;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Session;
import io.vertx.core.Future;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Get, or else create: while others do the same. */
final class Races {
    private Races() {}

    static <M, Q extends QuerySet<M, ?, ?, Q>> Future<GetOrCreated<M>> getOrCreate(
            Session session, Function<Session, Q> lookup, Function<Session, Future<M>> create) {
        return lookup.apply(session)
                .aget()
                .map(model -> new GetOrCreated<>(model, false))
                .recover(notFound -> notFound instanceof NotFoundException
                        ? createOrGet(session, create, s -> lookup.apply(s).aget())
                        : Future.failedFuture(notFound));
    }

    static <M, Q extends QuerySet<M, ?, ?, Q>> Future<GetOrCreated<M>> updateOrCreate(
            Session session,
            Function<Session, Q> lookup,
            BiFunction<Session, M, Future<M>> change,
            Function<Session, Future<M>> create) {
        return session.atomic(tx -> {
            Function<Session, Future<M>> locked =
                    s -> lookup.apply(s).selectForUpdate().aget().compose(model -> change.apply(s, model));
            return locked.apply(tx)
                    .map(model -> new GetOrCreated<>(model, false))
                    .recover(notFound -> notFound instanceof NotFoundException
                            ? createOrGet(tx, create, locked)
                            : Future.failedFuture(notFound));
        });
    }

    /** In a savepoint, because a violation would otherwise end the whole transaction; whoever lost the race gets the winner's row. */
    private static <M> Future<GetOrCreated<M>> createOrGet(
            Session session, Function<Session, Future<M>> create, Function<Session, Future<M>> get) {
        return session.atomic(create::apply)
                .map(model -> new GetOrCreated<>(model, true))
                .recover(violation -> violation instanceof UniqueViolation
                        ? get.apply(session)
                                .map(model -> new GetOrCreated<>(model, false))
                                .recover(e -> Future.failedFuture(e instanceof NotFoundException ? violation : e))
                        : Future.failedFuture(violation));
    }
}
