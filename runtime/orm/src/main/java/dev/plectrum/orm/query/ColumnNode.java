package dev.plectrum.orm.query;

import java.util.function.Consumer;

/** A column of the row at the end of a path. */
public record ColumnNode(Path path, ColumnDef<?> def) implements Node {
    @Override
    public void write(SqlWriter out) {
        out.column(this);
    }

    @Override
    public int precedence() {
        return Precedence.ATOM;
    }

    @Override
    public boolean nullable() {
        return def.isNullable() || path.optional();
    }

    @Override
    public void columns(Consumer<ColumnNode> sink) {
        sink.accept(this);
    }

    @Override
    public String toString() {
        return def.field();
    }
}
