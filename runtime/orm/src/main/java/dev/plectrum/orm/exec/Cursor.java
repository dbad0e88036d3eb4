package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a query, read a few at a time inside a transaction. One reader, one batch at a time. */
final class Cursor<T> {
    private final Transaction transaction;
    private final Sql sql;
    private final Collector<Row, ?, List<T>> batch;
    private final ContextInternal context;
    private final Portal portal;
    private boolean exhausted;

    Cursor(Transaction transaction, Sql sql, int fetchSize, Function<Row, T> decoder, ContextInternal context) {
        if (fetchSize < 1) {
            throw new IllegalArgumentException("A stream fetches at least 1 row at a time, not " + fetchSize);
        }
        this.transaction = transaction;
        this.sql = transaction.database().located(sql);
        this.batch = Collectors.mapping(decoder, Collectors.toList());
        this.context = context;
        this.portal = new Portal(transaction.nextPortal(), fetchSize);
    }

    /** The next rows; none when there are no more. */
    Future<List<T>> next() {
        if (exhausted) {
            return context.succeededFuture(List.of());
        }
        return fetch(batch);
    }

    private <A> Future<List<T>> fetch(Collector<Row, A, List<T>> collector) {
        Call<A, List<T>> call = transaction
                .database()
                .call(sql, collector, Call.Wanted.ROWS, context)
                .through(portal);
        Future<List<T>> rows = transaction.send(call);
        return rows.map(list -> {
            exhausted = !call.isSuspended();
            return list;
        });
    }

    boolean isExhausted() {
        return exhausted;
    }

    /** Frees it on the server; completes when the transaction may go on or end. */
    Future<Void> close() {
        PromiseInternal<Void> closed = context.promise();
        transaction.close(portal, closed::tryComplete);
        return closed.future();
    }

    /** Hands each row to this one after another, and tells how many there were. */
    Future<Long> forEach(Function<T, Future<?>> each) {
        PromiseInternal<Long> done = context.promise();
        new Walk(each, done).fetch();
        return done.future();
    }

    private final class Walk {
        private final Function<T, Future<?>> each;
        private final PromiseInternal<Long> done;
        private List<T> rows = List.of();
        private int next;
        private long count;

        Walk(Function<T, Future<?>> each, PromiseInternal<Long> done) {
            this.each = each;
            this.done = done;
        }

        void fetch() {
            next().onComplete((fetched, error) -> {
                if (error != null) {
                    end(error);
                } else {
                    rows = fetched;
                    next = 0;
                    walk();
                }
            });
        }

        // A loop, not a recursion: a million futures that are complete already would be a stack of a million.
        private void walk() {
            while (next < rows.size()) {
                Future<?> handled = handle(rows.get(next++));
                if (!handled.isComplete()) {
                    handled.onComplete((nothing, error) -> {
                        if (error != null) {
                            end(error);
                        } else {
                            count++;
                            // A handler's future may belong to another context than ours.
                            context.emit(null, ignored -> walk());
                        }
                    });
                    return;
                }
                if (handled.failed()) {
                    end(handled.cause());
                    return;
                }
                count++;
            }
            if (isExhausted()) {
                end(null);
            } else {
                fetch();
            }
        }

        private Future<?> handle(T row) {
            try {
                return Objects.requireNonNull(each.apply(row), "The row's handler returned null for a Future");
            } catch (Throwable thrown) {
                return Future.failedFuture(thrown);
            }
        }

        private void end(@Nullable Throwable error) {
            close().onComplete((nothing, closing) -> {
                if (error != null) {
                    done.tryFail(error);
                } else {
                    done.tryComplete(count);
                }
            });
        }
    }
}
