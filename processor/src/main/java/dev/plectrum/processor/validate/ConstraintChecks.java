package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ExcludeDef;
import dev.plectrum.processor.model.IndexDef;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Named;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.UniqueDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Indexes and constraints: PostgreSQL must be able to make them. */
final class ConstraintChecks implements Checks.Check {
    private static final List<String> METHODS = List.of("btree", "hash", "gin", "gist", "spgist", "brin");
    private static final Set<String> INCLUDING = Set.of("btree", "gist", "spgist");
    private static final int MOST_BYTES = 63;

    @Override
    public void check(ModelDef model, Problems problems) {
        String name = model.name().simple();
        model.indexes().forEach(index -> index(name, model, index, problems));
        model.uniques().forEach(unique -> unique(name, model, unique, problems));
        model.excludes().forEach(exclude -> exclude(name, exclude, problems));
        Set<String> names = new HashSet<>();
        model.indexes().forEach(index -> named(name, index.name(), index.place(), names, problems));
        model.uniques().forEach(unique -> named(name, unique.name(), unique.place(), names, problems));
        model.checks().forEach(check -> named(name, check.name(), check.place(), names, problems));
        model.excludes().forEach(exclude -> named(name, exclude.name(), exclude.place(), names, problems));
    }

    private static void index(String name, ModelDef model, IndexDef index, Problems problems) {
        if (index.fields().isEmpty() && index.expressions().isEmpty()) {
            problems.add(Problem.of(Code.INDEX_EMPTY, index.place(), "An index of " + name + " has nothing to index")
                    .fix("@Index(fields = \"…\")"));
        }
        virtual(name, model, index.fields(), problems);
        virtual(name, model, index.include(), problems);
        if (!METHODS.contains(index.method())) {
            problems.add(Problem.of(
                            Code.INDEX_METHOD,
                            index.methodPlace(),
                            "An index of " + name + " has the method \"" + index.method()
                                    + "\", which PostgreSQL does not know")
                    .because("Methods: " + String.join(", ", METHODS)));
            return;
        }
        if (!index.include().isEmpty() && !INCLUDING.contains(index.method())) {
            problems.add(Problem.of(
                            Code.INDEX_METHOD,
                            index.methodPlace(),
                            "An index of " + name + " includes fields, which " + index.method() + " cannot")
                    .because("btree, gist and spgist carry fields along."));
        }
        boolean descending = index.fields().stream().anyMatch(Named::descending);
        if (descending && !index.method().equals("btree")) {
            problems.add(Problem.of(
                            Code.INDEX_METHOD,
                            index.methodPlace(),
                            "An index of " + name + " has a direction, which " + index.method() + " cannot")
                    .because("Only btree keeps an order."));
        }
        if (index.method().equals("hash")
                && index.fields().size() + index.expressions().size() > 1) {
            problems.add(Problem.of(
                            Code.INDEX_METHOD,
                            index.methodPlace(),
                            "An index of " + name + " has several keys, which hash cannot")
                    .because("A hash index has one key."));
        }
    }

    private static void unique(String name, ModelDef model, UniqueDef unique, Problems problems) {
        if (unique.fields().isEmpty() && unique.expressions().isEmpty()) {
            problems.add(
                    Problem.of(Code.INDEX_EMPTY, unique.place(), "A unique constraint of " + name + " names no fields")
                            .fix("@Unique(fields = \"…\")"));
        }
        virtual(name, model, unique.fields(), problems);
        if (unique.isIndex() && !unique.deferrable().equals("NO")) {
            problems.add(Problem.of(
                            Code.UNIQUE_DEFERRABLE,
                            unique.place(),
                            "A unique constraint of " + name
                                    + " cannot be deferred and have a condition or an expression")
                    .because("With those PostgreSQL makes it an index, which it checks at once."));
        }
    }

    private static void virtual(String name, ModelDef model, List<Named> fields, Problems problems) {
        for (Named named : fields) {
            model.column(named.field())
                    .filter(ColumnField::isVirtual)
                    .ifPresent(column -> problems.add(Problem.of(
                                    Code.INDEX_VIRTUAL,
                                    named.place(),
                                    name + "." + named.field()
                                            + " is computed when it is read, so PostgreSQL cannot index it")
                            .because("Store it, or index its expression.")
                            .fix("expressions = \""
                                    + column.generation()
                                            .orElseThrow()
                                            .expression()
                                            .text() + "\"")));
        }
    }

    private static void exclude(String name, ExcludeDef exclude, Problems problems) {
        for (ExcludeDef.Element element : exclude.elements()) {
            if (element.operator().isEmpty()) {
                problems.add(Problem.of(
                                Code.EXCLUDE_ELEMENT,
                                element.place(),
                                "An exclusion of " + name + " does not say how to compare \"" + element.written()
                                        + "\"")
                        .fix("\"" + element.written() + " WITH =\""));
            }
        }
        if (!exclude.method().equals("gist")
                && !exclude.method().equals("spgist")
                && !exclude.method().equals("btree")
                && !exclude.method().equals("hash")) {
            problems.add(Problem.of(
                            Code.INDEX_METHOD,
                            exclude.place(),
                            "An exclusion of " + name + " has the method \"" + exclude.method()
                                    + "\", which cannot exclude")
                    .because("Methods: gist, spgist, btree, hash"));
        }
    }

    private static void named(String model, String name, Place place, Set<String> names, Problems problems) {
        if (name.isEmpty()) {
            return;
        }
        if (!names.add(name)) {
            problems.add(Problem.of(
                            Code.CONSTRAINT_NAME,
                            place,
                            model + " has two constraints or indexes of the name \"" + name + "\"")
                    .because("PostgreSQL wants another name for each."));
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problems.add(Problem.of(
                    Code.CONSTRAINT_NAME,
                    place,
                    "The name \"" + name + "\" is longer than PostgreSQL's " + MOST_BYTES + " bytes"));
        }
    }
}
