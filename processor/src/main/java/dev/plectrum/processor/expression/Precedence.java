package dev.plectrum.processor.expression;

/** How tightly operators bind, loosest first: PostgreSQL's table, which both the parser and the printer follow. */
enum Precedence {
    /** A whole expression. */
    LOWEST,
    OR,
    AND,
    NOT,
    /** {@code IS NULL}, {@code IS TRUE}, {@code IS DISTINCT FROM}. */
    IS,
    COMPARISON,
    /** {@code BETWEEN}, {@code IN}, {@code LIKE}. */
    MATCH,
    /** {@code ||}, {@code ->>}, {@code @>} and whatever else has no line of its own. */
    OTHER,
    ADDITIVE,
    MULTIPLICATIVE,
    POWER,
    AT_TIME_ZONE,
    /** Minus in front of one operand; tighter than {@code ^}: -2 ^ 2 is 4. */
    SIGN,
    SUBSCRIPT,
    CAST,
    /** What needs no parentheses anywhere. */
    PRIMARY;

    /** One step tighter: the order of the constants is what they mean. */
    @SuppressWarnings("EnumOrdinal")
    Precedence next() {
        return values()[Math.min(ordinal() + 1, PRIMARY.ordinal())];
    }

    boolean looserThan(Precedence other) {
        return compareTo(other) < 0;
    }
}
