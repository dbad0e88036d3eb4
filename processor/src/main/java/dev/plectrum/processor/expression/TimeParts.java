package dev.plectrum.processor.expression;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code EXTRACT} can take from dates and times, and the names of time zones. */
final class TimeParts {
    private static final List<String> DATE = List.of(
            "year",
            "month",
            "day",
            "quarter",
            "week",
            "dow",
            "isodow",
            "doy",
            "isoyear",
            "decade",
            "century",
            "millennium",
            "julian",
            "epoch");
    private static final List<String> TIME =
            List.of("hour", "minute", "second", "millisecond", "milliseconds", "microsecond", "microseconds", "epoch");
    private static final List<String> INTERVAL =
            List.of("year", "month", "day", "quarter", "decade", "century", "millennium");

    private TimeParts() {}

    /** The parts of values of this type; empty if it has none. */
    static Set<String> of(SqlType type) {
        List<String> parts = new ArrayList<>();
        switch (type.kind()) {
            case DATE -> parts.addAll(DATE);
            case TIME -> parts.addAll(TIME);
            case TIMESTAMP, TIMESTAMPTZ -> {
                parts.addAll(DATE);
                parts.addAll(TIME);
            }
            case INTERVAL -> {
                parts.addAll(INTERVAL);
                parts.addAll(TIME);
            }
            default -> {}
        }
        return new LinkedHashSet<>(parts);
    }

    static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    static Optional<String> nearestZone(String name) {
        return Nearest.to(name, ZoneId.getAvailableZoneIds());
    }
}
