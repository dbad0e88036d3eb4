package dev.plectrum.web;

import io.vertx.core.Handler;
import io.vertx.core.streams.ReadStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream with each item turned into another; demand is the source's. */
final class MappedStream<S, T> implements ReadStream<T> {
    private final ReadStream<S> source;
    private final Function<S, T> mapping;
    private @Nullable Handler<Throwable> failed;

    MappedStream(ReadStream<S> source, Function<S, T> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public ReadStream<T> handler(@Nullable Handler<T> handler) {
        source.handler(
                handler == null
                        ? null
                        : item -> {
                            T mapped;
                            try {
                                mapped = mapping.apply(item);
                            } catch (RuntimeException e) {
                                source.pause();
                                if (failed != null) {
                                    failed.handle(e);
                                }
                                return;
                            }
                            handler.handle(mapped);
                        });
        return this;
    }

    @Override
    public ReadStream<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<T> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<T> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<T> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<T> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
