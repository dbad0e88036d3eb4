package dev.plectrum.orm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as queries see it. */
public interface Table {
    /** The name as SQL writes it: quoted where it must be, with its schema where it has one. */
    String sqlName();

    /** What stands after FROM: its name, or where a row begins in another table, both of them joined. */
    default String from() {
        return sqlName();
    }

    /** Which of the table's rows are the model's, where several models share it; null where all are. */
    default @Nullable Kind kind() {
        return null;
    }

    /** The model's name, for messages. */
    String modelName();

    /** The columns in the order in which rows are decoded. */
    List<ColumnDef<?>> columns();

    /** The columns of the primary key, in its order. */
    List<ColumnDef<?>> key();

    /** The order of queries that name none. */
    List<Query.Sort> ordering();

    /** {@code alias.column, …} of all columns, as rows are decoded. */
    String selectList(String alias);

    /** The fields of the row at the end of this path, which ends in this table. */
    Fields<?> fields(Path path);
}
