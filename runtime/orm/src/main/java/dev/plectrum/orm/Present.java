package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.type.Clock;
import org.jspecify.annotations.Nullable;

/** The present, as the type of a column has it. */
final class Present {
    private Present() {}

    static Object of(ColumnDef<?> column) {
        return column.type().now(Clock.now());
    }

    @SuppressWarnings("unchecked")
    static @Nullable Object bind(ColumnDef<?> column) {
        return ((ColumnDef<Object>) column).type().encode(of(column));
    }
}
