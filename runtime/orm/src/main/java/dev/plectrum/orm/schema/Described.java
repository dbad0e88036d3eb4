package dev.plectrum.orm.schema;

import java.util.List;

/** What can describe its table; generated {@code …Mapping} classes do. */
public interface Described {
    /** The table. */
    TableDef table();

    /** The table and those that belong to it alone, such as the join tables of relations to many. */
    default List<TableDef> tables() {
        return List.of(table());
    }
}
