package dev.plectrum.orm.schema;

import dev.plectrum.orm.query.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tables that are made together. */
public final class Schema {
    /** The first version of PostgreSQL that computes columns when they are read. */
    private static final int VIRTUAL_COLUMNS = 180_000;

    private final List<TableDef> tables;

    private Schema(List<TableDef> tables) {
        this.tables = tables;
    }

    /** The tables of these models. */
    public static Schema of(Iterable<? extends Described> models) {
        List<TableDef> tables = new ArrayList<>();
        models.forEach(model -> tables.addAll(model.tables()));
        return new Schema(List.copyOf(tables));
    }

    /** The tables. */
    public List<TableDef> tables() {
        return tables;
    }

    /**
     * The statements that make everything in an empty database, in an order in which they can run.
     *
     * @param serverVersion as {@code server_version_num} has it, such as 180001
     * @throws UnsupportedOperationException if a column is computed when read and the server cannot do that; it names the columns
     */
    public List<String> createStatements(int serverVersion) {
        refuseVirtual(serverVersion);
        List<String> statements = new ArrayList<>();
        TreeSet<String> extensions = new TreeSet<>();
        TreeSet<String> schemas = new TreeSet<>();
        for (TableDef table : tables) {
            extensions.addAll(table.extensions());
            if (!table.schema().isEmpty()) {
                schemas.add(table.schema());
            }
        }
        extensions.forEach(name -> statements.add("CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(name)));
        schemas.forEach(name -> statements.add("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(name)));
        tables.forEach(table -> statements.add(Ddl.createTable(table)));
        // Tables may point at each other, so references come when all are there.
        for (TableDef table : tables) {
            table.constraints().stream()
                    .filter(TableConstraint.ForeignKey.class::isInstance)
                    .forEach(constraint -> statements.add(Ddl.addConstraint(table, constraint)));
        }
        for (TableDef table : tables) {
            table.indexes().forEach(index -> statements.add(Ddl.createIndex(table, index)));
            statements.addAll(Ddl.comments(table));
        }
        return statements;
    }

    private void refuseVirtual(int serverVersion) {
        if (serverVersion >= VIRTUAL_COLUMNS) {
            return;
        }
        List<String> virtual = new ArrayList<>();
        for (TableDef table : tables) {
            for (TableColumn column : table.columns()) {
                if (column.value() instanceof ColumnValue.Generated generated && !generated.stored()) {
                    virtual.add(table.name() + "." + column.name());
                }
            }
        }
        if (!virtual.isEmpty()) {
            throw new UnsupportedOperationException(String.join(", ", virtual)
                    + (virtual.size() == 1 ? " is" : " are")
                    + " computed when read, which PostgreSQL can from version 18 on; this server is version "
                    + serverVersion / 10_000 + ". Remove \"stored = false\" from @GeneratedField");
        }
    }

    /** The statements for the newest PostgreSQL, one after another. */
    @Override
    public String toString() {
        return String.join(";\n\n", createStatements(VIRTUAL_COLUMNS)) + ";\n";
    }
}
