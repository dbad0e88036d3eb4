package dev.plectrum.orm.sample;

import dev.plectrum.orm.query.Condition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition twice: as a query set asks it, and as it is known to be from the rows themselves, in SQL's logic of true, false and unknown
 * (null). Written without a look at how conditions are made, so that one can judge the other.
 */
record Claim(String text, Function<OddityFields, Condition> asked, Meaning meaning) {
    /** Whether a claim holds for a row, among all rows. */
    interface Meaning {
        @Nullable Boolean of(Oddity row, List<Oddity> all);
    }

    boolean holds(Oddity row, List<Oddity> all) {
        return Boolean.TRUE.equals(meaning.of(row, all));
    }

    Claim and(Claim other) {
        return new Claim(
                "(" + this + " AND " + other + ")",
                o -> asked.apply(o).and(other.asked.apply(o)),
                (row, all) -> and(meaning.of(row, all), other.meaning.of(row, all)));
    }

    Claim or(Claim other) {
        return new Claim(
                "(" + this + " OR " + other + ")",
                o -> asked.apply(o).or(other.asked.apply(o)),
                (row, all) -> not(and(not(meaning.of(row, all)), not(other.meaning.of(row, all)))));
    }

    /** Exactly one of both; unknown counts as false. */
    Claim xor(Claim other) {
        return new Claim(
                "(" + this + " XOR " + other + ")",
                o -> asked.apply(o).xor(other.asked.apply(o)),
                (row, all) -> holds(row, all) != other.holds(row, all));
    }

    /** The complement: unknown counts as false. */
    Claim negated() {
        return new Claim("NOT " + this, o -> asked.apply(o).not(), (row, all) -> !holds(row, all));
    }

    private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return (left == null || right == null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }

    @Override
    public String toString() {
        return text;
    }
}
