package dev.plectrum.orm.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** After every statement, and that cannot be changed. */
    NONE(""),
    /** After every statement, unless the transaction defers it. */
    IMMEDIATE(" DEFERRABLE"),
    /** When the transaction commits. */
    DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** The clause at a constraint's end. */
    String sql() {
        return sql;
    }
}
