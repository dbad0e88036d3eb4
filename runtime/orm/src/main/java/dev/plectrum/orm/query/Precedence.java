package dev.plectrum.orm.query;

/** PostgreSQL's operator precedence, weakest first. */
public final class Precedence {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int LIKE = 6;
    /** All operators that have no line of their own in PostgreSQL's table, such as {@code ||}, {@code @>} and {@code #>}. */
    static final int OTHER = 7;

    static final int SUM = 8;
    static final int PRODUCT = 9;
    static final int POWER = 10;
    static final int ATOM = 100;

    private Precedence() {}
}
