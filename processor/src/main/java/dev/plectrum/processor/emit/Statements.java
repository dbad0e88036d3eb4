package dev.plectrum.processor.emit;

import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements about single rows, one clause a line. */
final class Statements {
    private Statements() {}

    /** The table as SQL writes it. */
    static String table(ModelDef model) {
        return name(model.schema(), model.table());
    }

    /** A table of a schema, or of the search path's, as SQL writes it. */
    static String name(String schema, String table) {
        String name = Identifier.quoted(table);
        return schema.isEmpty() ? name : Identifier.quoted(schema) + "." + name;
    }

    // SELECT id, name
    // FROM product
    // WHERE id = $1::int8
    static List<String> select(ModelDef model) {
        List<String> lines = new ArrayList<>();
        lines.add("SELECT " + readList(model.columns()));
        if (model.parent().isPresent()) {
            List<String> from = new TableFacts(model).from();
            lines.add("FROM " + from.get(0));
            lines.addAll(from.subList(1, from.size() - 1));
            lines.add(from.get(from.size() - 1) + " " + model.name().letter());
        } else {
            lines.add("FROM " + table(model));
        }
        lines.add("WHERE " + equalities(model.key(), 0) + ownRows(model));
        return lines;
    }

    // INSERT INTO product (name)
    // VALUES ($1::text)
    // RETURNING id
    static List<String> insert(ModelDef model) {
        List<ColumnField> columns = model.columns().stream()
                .filter(column -> column.isInsertable() && !column.isLeftToDatabase())
                .toList();
        List<String> lines = new ArrayList<>();
        if (columns.isEmpty()) {
            lines.add("INSERT INTO " + table(model) + " DEFAULT VALUES");
        } else {
            lines.add("INSERT INTO " + table(model) + " (" + names(columns) + ")");
            lines.add(IntStream.range(0, columns.size())
                    .mapToObj(i -> "$" + (i + 1) + columns.get(i).type().bindCast())
                    .collect(Collectors.joining(", ", "VALUES (", ")")));
        }
        returning(model, lines);
        return lines;
    }

    // UPDATE product
    // SET name = $1::text
    // WHERE id = $2::int8
    // RETURNING …
    static List<String> update(ModelDef model) {
        List<ColumnField> columns =
                model.columns().stream().filter(ColumnField::isUpdatable).toList();
        List<String> sets = new ArrayList<>();
        int bind = 0;
        for (ColumnField column : columns) {
            String name = Identifier.quoted(column.column());
            sets.add(
                    column.role() == Role.VERSION
                            ? name + " = " + name + " + 1"
                            : name + " = $" + ++bind + column.type().bindCast());
        }
        if (sets.isEmpty()) {
            // Nothing to set, but saving must still find the row.
            String key = Identifier.quoted(model.key().get(0).column());
            sets.add(key + " = " + key);
        }
        List<ColumnField> where = new ArrayList<>(model.key());
        model.version().ifPresent(where::add);
        List<String> lines = new ArrayList<>();
        lines.add("UPDATE " + table(model));
        lines.add("SET " + String.join(", ", sets));
        lines.add("WHERE " + equalities(where, bind) + ownRows(model));
        returning(model, lines);
        return lines;
    }

    // DELETE FROM product
    // WHERE id = $1::int8
    static List<String> delete(ModelDef model) {
        return List.of("DELETE FROM " + table(model), "WHERE " + equalities(model.key(), 0) + ownRows(model));
    }

    private static String ownRows(ModelDef model) {
        return new TableFacts(model).ownRows().map(own -> " AND " + own).orElse("");
    }

    private static void returning(ModelDef model, List<String> lines) {
        if (!model.returned().isEmpty()) {
            lines.add("RETURNING " + readList(model.returned()));
        }
    }

    private static String readList(List<ColumnField> columns) {
        return columns.stream()
                .map(column ->
                        Identifier.quoted(column.column()) + column.type().readCast())
                .collect(Collectors.joining(", "));
    }

    private static String names(List<ColumnField> columns) {
        return columns.stream()
                .map(column -> Identifier.quoted(column.column()))
                .collect(Collectors.joining(", "));
    }

    private static String equalities(List<ColumnField> columns, int bindsBefore) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Identifier.quoted(columns.get(i).column()) + " = $" + (bindsBefore + i + 1)
                        + columns.get(i).type().bindCast())
                .collect(Collectors.joining(" AND "));
    }
}
