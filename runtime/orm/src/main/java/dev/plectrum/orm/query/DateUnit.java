package dev.plectrum.orm.query;

import java.util.Locale;

/** What dates and times are cut to. */
public enum DateUnit {
    /** 1 January. */
    YEAR,
    /** The first day of January, April, July or October. */
    QUARTER,
    /** The first of the month. */
    MONTH,
    /** Monday. */
    WEEK,
    /** Midnight. */
    DAY,
    /** The full hour. */
    HOUR,
    /** The full minute. */
    MINUTE,
    /** The full second. */
    SECOND;

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
