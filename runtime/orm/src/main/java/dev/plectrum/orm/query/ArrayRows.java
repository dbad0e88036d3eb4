package dev.plectrum.orm.query;

import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.DbType;
import java.util.List;
import java.util.function.Consumer;

/** Arrays as rows. PostgreSQL has no array of arrays that differ in length, so they travel as texts that are read there. */
record ArrayRows(DbType<?> type, Object texts) implements Subselect {
    static <L> ArrayRows of(Expression<L> like, List<L> arrays) {
        DbType<L> type = like.type().unlimited();
        try {
            return new ArrayRows(type, type.encodeArray(arrays));
        } catch (UnstorableValueException e) {
            throw e.in(like.toString());
        }
    }

    @Override
    public void write(SqlWriter out) {
        out.append("SELECT u.c1").append(type.bulkElementCast()).append("\nFROM unnest(");
        out.bind(texts, type.bulkCast()).append(") AS u(c1)");
    }

    @Override
    public void columns(Consumer<ColumnNode> sink) {}

    @Override
    public boolean isEmpty() {
        return false;
    }
}
