package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** One moment for all that a statement sets to the present: a new row was created when it was changed for the first time. */
final class Present {
    private final Clock clock;
    private @Nullable Instant now;

    Present(Clock clock) {
        this.clock = clock;
    }

    private Instant now() {
        Instant known = now;
        if (known == null) {
            known = clock.instant();
            now = known;
        }
        return known;
    }

    /** As the type of a column has it; where the type has no zone, in UTC. */
    Object as(ColumnDef<?> column) {
        Instant now = now();
        DbType<?> type = column.type();
        if (type == Types.TIMESTAMPTZ) {
            return now;
        }
        if (type == Types.TIMESTAMPTZ_ZONED) {
            return ZonedDateTime.ofInstant(now, ZoneOffset.UTC);
        }
        OffsetDateTime utc = now.atOffset(ZoneOffset.UTC);
        if (type == Types.TIMESTAMPTZ_OFFSET) {
            return utc;
        }
        if (type == Types.TIMESTAMP) {
            return utc.toLocalDateTime();
        }
        if (type == Types.DATE) {
            return utc.toLocalDate();
        }
        if (type == Types.TIME) {
            return utc.toLocalTime();
        }
        throw new IllegalStateException(column + " is " + type + ", which cannot be set to the present");
    }

    @SuppressWarnings("unchecked")
    @Nullable Object bind(ColumnDef<?> column) {
        return ((ColumnDef<Object>) column).encode(as(column));
    }
}
