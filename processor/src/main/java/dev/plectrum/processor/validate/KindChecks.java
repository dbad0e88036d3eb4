package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.KindField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.UniqueDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models that share a table: what one of them says must leave room for the others. */
final class KindChecks implements Checks.Check {
    @Override
    public void check(ModelDef model, Problems problems) {
        model.kind().ifPresent(kind -> own(model, problems));
        if (!model.kinds().isEmpty()) {
            values(model, problems);
            columns(model, problems);
        }
    }

    private static void own(ModelDef model, Problems problems) {
        List<Field> own = model.unshared();
        for (ColumnField column : Field.columnsOf(own)) {
            String full = model.name().simple() + "." + column.name();
            String base = model.kind().orElseThrow().base().simple();
            if (column.isKey() || column.role() == Role.VERSION) {
                problems.add(Problem.of(
                                Code.KIND,
                                column.place(),
                                full + " is " + (column.isKey() ? "a key" : "a version") + ", which is for " + base
                                        + " to have")
                        .because("All rows of a table are found and saved in the same way."));
            } else if (column.isDefaulted()) {
                problems.add(Problem.of(
                                Code.KIND,
                                column.options().places().of("dbDefault", column.place()),
                                full + " has a dbDefault, which rows of the other subclasses would get too")
                        .because("The column is NULL in those. Give the field an initialiser instead."));
            }
        }
        for (UniqueDef unique : model.uniques()) {
            boolean deferred = !unique.isIndex() && !unique.deferrable().equals("NO");
            boolean mixed = unique.fields().stream()
                    .noneMatch(named -> own.stream().flatMap(Field::columns).anyMatch(column -> column.name()
                            .equals(named.field())));
            if (deferred && (mixed || !unique.nullsDistinct())) {
                problems.add(Problem.of(
                                Code.UNIQUE_DEFERRABLE,
                                unique.place(),
                                "A unique constraint of " + model.name().simple()
                                        + " cannot be deferred, because it is for some rows of the table only")
                        .because("That makes it an index, which PostgreSQL checks at once."));
            }
        }
    }

    private static void values(ModelDef model, Problems problems) {
        Set<String> values = new HashSet<>();
        for (KindField kind : model.kinds()) {
            String name = kind.model().name().simple();
            if (!values.add(kind.value())) {
                problems.add(Problem.of(
                                Code.KIND,
                                kind.place(),
                                name + " is the kind \"" + kind.value() + "\" of "
                                        + model.name().simple() + ", which another subclass is too")
                        .fix("@Model(kind = \"" + kind.value() + "_2\")"));
            }
        }
    }

    private static void columns(ModelDef model, Problems problems) {
        Map<String, String> owners = new HashMap<>();
        model.withoutKinds()
                .columns()
                .forEach(column -> owners.put(column.column(), model.name().simple() + "." + column.name()));
        for (KindField kind : model.kinds()) {
            String name = kind.model().name().simple();
            Set<String> fresh = new HashSet<>();
            for (ColumnField column : Field.columnsOf(kind.model().unshared())) {
                String other = owners.putIfAbsent(column.column(), name + "." + column.name());
                if (other != null && !fresh.contains(column.column())) {
                    problems.add(Problem.of(
                                    Code.DUPLICATE_COLUMN,
                                    column.options().places().of("name", column.place()),
                                    name + "." + column.name() + " has the column \"" + column.column() + "\", which "
                                            + other + " has too")
                            .because("The two are in one table. What several subclasses have belongs to "
                                    + model.name().simple() + ".")
                            .fix("@Column(name = \"" + kind.value() + "_" + column.column() + "\")"));
                }
                fresh.add(column.column());
            }
        }
    }
}
