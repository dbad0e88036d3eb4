package dev.plectrum.testing;

/** What keeps a test from seeing what another one wrote. */
public enum Isolation {
    /**
     * Each test has a database of its own, copied from the prepared one. Everything works as in the application: commits,
     * commit hooks, several connections at once. Costs a copy of the prepared database a test.
     */
    DATABASE,

    /**
     * The tests of a class share a copy, and each of them runs in a transaction that is rolled back. The cheapest; rows
     * that a {@code @BeforeAll} method writes are there for all of them. But the transaction is part of the test: commit
     * hooks do not run, an {@code atomic} is a savepoint (and one that must be durable is refused), after a failed
     * statement outside an {@code atomic} nothing works any more, and only what the test's own thread sends, and what
     * follows from it, is inside.
     */
    ROLLBACK,

    /** The tests of a class share a copy, and see what the others wrote: for steps that build on one another. */
    CLASS
}
