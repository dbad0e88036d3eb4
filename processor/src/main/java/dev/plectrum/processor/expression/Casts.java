package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types PostgreSQL turns into which, and whether the answer depends on nothing but the value. */
final class Casts {
    /** What becomes of a cast that somebody writes. */
    enum Answer {
        IMMUTABLE,
        /** It exists, but depends on the session's time zone or date style. */
        STABLE,
        NONE
    }

    /** Each turns into those behind it without being asked. */
    private static final List<SqlType> NUMBERS =
            List.of(SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT, SqlType.NUMERIC, SqlType.REAL, SqlType.DOUBLE);

    /** Neither reading them from text nor printing them depends on settings. */
    private static final Set<SqlType.Kind> READS_THE_SAME = Set.of(
            SqlType.Kind.SMALLINT,
            SqlType.Kind.INTEGER,
            SqlType.Kind.BIGINT,
            SqlType.Kind.NUMERIC,
            SqlType.Kind.REAL,
            SqlType.Kind.DOUBLE,
            SqlType.Kind.BOOLEAN,
            SqlType.Kind.CHAR,
            SqlType.Kind.CITEXT,
            SqlType.Kind.UUID,
            SqlType.Kind.BYTEA,
            SqlType.Kind.JSON,
            SqlType.Kind.JSONB,
            SqlType.Kind.INET);

    private Casts() {}

    /** Whether a value of one type is taken where the other is wanted. Never for {@link SqlType#UNKNOWN}. */
    static boolean implicit(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.isNumber() && to.isNumber()) {
            return NUMBERS.indexOf(from) < NUMBERS.indexOf(to);
        }
        if (to.kind() == SqlType.Kind.TEXT) {
            return from.isTextEnum() || from.is(SqlType.Kind.CHAR, SqlType.Kind.CITEXT, SqlType.Kind.VARCHAR);
        }
        if (to.is(SqlType.Kind.TIMESTAMP, SqlType.Kind.TIMESTAMPTZ)) {
            return from.is(SqlType.Kind.DATE, SqlType.Kind.TIMESTAMP)
                    && !from.equals(to)
                    && !(from.kind() == SqlType.Kind.TIMESTAMPTZ);
        }
        return from.kind() == SqlType.Kind.TIME && to.kind() == SqlType.Kind.INTERVAL;
    }

    /** Whether an implicit cast depends on the session. */
    static boolean implicitIsStable(SqlType from, SqlType to) {
        return to.kind() == SqlType.Kind.TIMESTAMPTZ && from.is(SqlType.Kind.DATE, SqlType.Kind.TIMESTAMP);
    }

    /** What PostgreSQL answers to {@code from::to}. */
    static Answer explicit(SqlType from, SqlType to) {
        if (from.equals(to) || (from.isNumber() && to.isNumber())) {
            return Answer.IMMUTABLE;
        }
        if (from.kind() == SqlType.Kind.ENUM) {
            return explicit(from.isTextEnum() ? SqlType.TEXT : SqlType.SMALLINT, to);
        }
        if (isTime(from) && isTime(to)) {
            return betweenTimes(from, to);
        }
        if (to.is(SqlType.Kind.TEXT, SqlType.Kind.VARCHAR, SqlType.Kind.CHAR, SqlType.Kind.CITEXT)) {
            boolean same = from.is(SqlType.Kind.TEXT, SqlType.Kind.TIME) || READS_THE_SAME.contains(from.kind());
            return same ? Answer.IMMUTABLE : from.kind() == SqlType.Kind.OTHER ? Answer.NONE : Answer.STABLE;
        }
        if (from.is(SqlType.Kind.TEXT, SqlType.Kind.CHAR, SqlType.Kind.CITEXT)) {
            boolean same = READS_THE_SAME.contains(to.kind());
            return same ? Answer.IMMUTABLE : isTime(to) || to.element() != null ? Answer.STABLE : Answer.NONE;
        }
        if (from.kind() == SqlType.Kind.BOOLEAN || to.kind() == SqlType.Kind.BOOLEAN) {
            SqlType other = from.kind() == SqlType.Kind.BOOLEAN ? to : from;
            boolean fits = other.kind() == SqlType.Kind.INTEGER || from.kind() == SqlType.Kind.JSONB;
            return fits ? Answer.IMMUTABLE : Answer.NONE;
        }
        if (from.kind() == SqlType.Kind.JSONB || from.kind() == SqlType.Kind.JSON) {
            boolean number = from.kind() == SqlType.Kind.JSONB && to.isNumber();
            return number || to.is(SqlType.Kind.JSON, SqlType.Kind.JSONB) ? Answer.IMMUTABLE : Answer.NONE;
        }
        if (from.kind() == SqlType.Kind.ARRAY && to.kind() == SqlType.Kind.ARRAY) {
            return explicit(from.elementType(), to.elementType());
        }
        return Answer.NONE;
    }

    /** The type that all of them turn into without being asked, as CASE and coalesce look for it; null if there is none. */
    static @Nullable SqlType common(List<SqlType> types) {
        SqlType common = SqlType.UNKNOWN;
        for (SqlType type : types) {
            if (type.isUnknown() || implicit(type, common)) {
                continue;
            }
            if (common.isUnknown() || implicit(common, type)) {
                common = type;
            } else if (common.isTextEnum() && type.isTextEnum()) {
                common = SqlType.TEXT;
            } else {
                return null;
            }
        }
        return common;
    }

    private static boolean isTime(SqlType type) {
        return type.is(
                SqlType.Kind.DATE,
                SqlType.Kind.TIME,
                SqlType.Kind.TIMESTAMP,
                SqlType.Kind.TIMESTAMPTZ,
                SqlType.Kind.INTERVAL);
    }

    private static Answer betweenTimes(SqlType from, SqlType to) {
        boolean zoned = from.kind() == SqlType.Kind.TIMESTAMPTZ || to.kind() == SqlType.Kind.TIMESTAMPTZ;
        SqlType other = from.kind() == SqlType.Kind.TIMESTAMPTZ ? to : from;
        if (zoned) {
            boolean exists = other.is(SqlType.Kind.DATE, SqlType.Kind.TIMESTAMP)
                    || (to.kind() == SqlType.Kind.TIME && from.kind() == SqlType.Kind.TIMESTAMPTZ);
            return exists ? Answer.STABLE : Answer.NONE;
        }
        boolean exists =
                switch (from.kind()) {
                    case DATE -> to.kind() == SqlType.Kind.TIMESTAMP;
                    case TIMESTAMP -> to.is(SqlType.Kind.DATE, SqlType.Kind.TIME);
                    case TIME -> to.kind() == SqlType.Kind.INTERVAL;
                    case INTERVAL -> to.kind() == SqlType.Kind.TIME;
                    default -> false;
                };
        return exists ? Answer.IMMUTABLE : Answer.NONE;
    }
}
