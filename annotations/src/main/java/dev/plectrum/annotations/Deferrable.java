package dev.plectrum.annotations;

/** When a constraint is checked. */
public enum Deferrable {
    /** After every statement, and that cannot be changed. */
    NO,
    /** After every statement, unless the transaction defers it. */
    IMMEDIATE,
    /** When the transaction commits. */
    DEFERRED
}
