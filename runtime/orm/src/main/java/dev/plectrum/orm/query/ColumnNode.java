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
    public boolean strict() {
        return true;
    }

    /** The column as it is read: a key at the end of a relation to one row stands in the row before, which saves the join. */
    public ColumnNode trimmed() {
        if (path instanceof Path.Step step && step.relation().holdsKey()) {
            int i = step.relation().toColumns().indexOf(def.sqlName());
            if (i >= 0) {
                return new ColumnNode(step.from(), step.relation().from(i)).trimmed();
            }
        }
        return this;
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
