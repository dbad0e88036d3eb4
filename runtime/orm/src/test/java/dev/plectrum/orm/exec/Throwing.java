package dev.plectrum.orm.exec;

import io.vertx.sqlclient.Row;
import java.util.stream.Collector;

/** A collector whose author made a mistake. */
final class Throwing {
    static final String MISTAKE = "the collector's mistake";

    private Throwing() {}

    static Collector<Row, Object, Object> collector() {
        return Collector.of(
                Object::new,
                (container, row) -> {
                    throw new IllegalStateException(MISTAKE);
                },
                (one, other) -> one);
    }
}
