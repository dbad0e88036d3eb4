package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnOptions;
import dev.plectrum.processor.model.Family;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Columns: their names must fit the table, and {@code @Column} the type. */
final class ColumnChecks implements Checks.Check {
    private static final int MOST_BYTES = 63;
    private static final int MOST_TEXT = 10_485_760;
    private static final int MOST_DIGITS = 1000;

    @Override
    public void check(ModelDef model, Problems problems) {
        if (bytes(model.table()) > MOST_BYTES) {
            problems.add(Problem.of(
                            Code.TABLE_NAME,
                            model.place(),
                            "The table name \"" + model.table() + "\" is longer than PostgreSQL's " + MOST_BYTES
                                    + " bytes")
                    .fix("@Model(table = \"…\")"));
        }
        Map<String, ColumnField> byName = new HashMap<>();
        for (ColumnField column : model.columns()) {
            String full = model.name().simple() + "." + column.name();
            name(full, column, problems);
            ColumnField other = byName.putIfAbsent(column.column(), column);
            if (other != null) {
                problems.add(Problem.of(
                                Code.DUPLICATE_COLUMN,
                                place(column, "name"),
                                full + " has the column \"" + column.column() + "\", which " + other.name()
                                        + " has too")
                        .fix("@Column(name = \"" + column.column() + "_2\")"));
            }
            options(full, column, problems);
        }
    }

    private static void name(String full, ColumnField column, Problems problems) {
        if (bytes(column.column()) > MOST_BYTES) {
            problems.add(Problem.of(
                            Code.COLUMN_NAME,
                            place(column, "name"),
                            full + " has the column \"" + column.column() + "\", which is longer than PostgreSQL's "
                                    + MOST_BYTES + " bytes")
                    .fix("@Column(name = \"…\")"));
        }
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void options(String full, ColumnField column, Problems problems) {
        StoredType leaf = leaf(column.type());
        ColumnOptions options = column.options();
        if (leaf instanceof StoredType.Unsupported) {
            return;
        }
        boolean text = leaf.family() == Family.TEXT;
        boolean numeric = leaf.sqlName().equals("numeric");
        if (options.maxLength() != 0 && !text) {
            option(problems, column, "maxLength", full + " has a maxLength, which is for text");
        } else if (options.maxLength() < 0 || options.maxLength() > MOST_TEXT) {
            String given = full + " has the maxLength " + options.maxLength();
            option(problems, column, "maxLength", given + "; it is between 1 and " + MOST_TEXT);
        } else if (options.maxLength() != 0 && leaf.sqlName().equals("citext")) {
            option(problems, column, "maxLength", full + " has a maxLength, which citext does not know");
        }
        if (options.precision() != 0 && !numeric) {
            option(problems, column, "precision", full + " has a precision, which is for BigDecimal");
        } else if (options.scale() != 0 && !numeric) {
            option(problems, column, "scale", full + " has a scale, which is for BigDecimal");
        } else if (options.scale() != 0 && options.precision() == 0) {
            problems.add(Problem.of(Code.COLUMN_OPTION, place(column, "scale"), full + " has a scale but no precision")
                    .fix("precision = 10, scale = " + options.scale()));
        } else if (options.precision() < 0 || options.precision() > MOST_DIGITS) {
            String given = full + " has the precision " + options.precision();
            option(problems, column, "precision", given + "; it is between 1 and " + MOST_DIGITS);
        } else if (options.scale() < 0 || options.scale() > options.precision()) {
            String given = full + " has the scale " + options.scale();
            option(problems, column, "scale", given + "; it is between 0 and the precision, " + options.precision());
        }
        if (!options.collation().isEmpty() && !text) {
            option(problems, column, "collation", full + " has a collation, which is for text");
        }
        if (column.role() == ColumnField.Role.IDENTITY && column.isDefaulted()) {
            option(problems, column, "dbDefault", full + " is numbered by the database, so it has no dbDefault");
        }
        if (options.unique() && !column.type().family().ordered()) {
            option(problems, column, "unique", full + " is JSON, whose values are not compared to be unique");
        }
    }

    private static StoredType leaf(StoredType type) {
        if (type instanceof StoredType.ListOf list) {
            return leaf(list.element());
        }
        return type instanceof StoredType.Converted converted ? leaf(converted.stored()) : type;
    }

    private static void option(Problems problems, ColumnField column, String member, String message) {
        problems.add(Problem.of(Code.COLUMN_OPTION, place(column, member), message));
    }

    private static Place place(ColumnField column, String member) {
        return column.options().places().of(member, column.place());
    }
}
