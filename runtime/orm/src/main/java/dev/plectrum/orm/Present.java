package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Now;
import dev.plectrum.orm.type.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The present, as the type of a column has it; where the type has no zone, in UTC. */
final class Present {
    private Present() {}

    static Object of(ColumnDef<?> column) {
        Instant now = Now.SYSTEM.instant();
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
    static @Nullable Object bind(ColumnDef<?> column) {
        return ((ColumnDef<Object>) column).type().encode(of(column));
    }
}
