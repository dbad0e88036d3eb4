package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Family;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.Set;

/** What fields are for: keys, times, versions, generated values. */
final class RoleChecks implements Checks.Check {
    private static final Set<String> INTEGERS = Set.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");
    private static final Set<String> TIMES = Set.of(
            "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.LocalDateTime");
    /** {@code Mapping} keeps one bit for each column that an insert may leave out. */
    private static final int MOST_DEFAULTS = 62;

    @Override
    public void check(ModelDef model, Problems problems) {
        String name = model.name().simple();
        keys(model, problems);
        for (ColumnField column : model.columns()) {
            role(name + "." + column.name(), column, problems);
        }
        for (Field field : model.fields()) {
            if (field instanceof EmbeddedField embedded) {
                embedded.columns().forEach(part -> part(name + "." + part.name(), part, problems));
            }
        }
        List<ColumnField> versions = model.columns().stream()
                .filter(column -> column.role() == Role.VERSION)
                .toList();
        if (versions.size() > 1) {
            problems.add(Problem.of(Code.TWO_VERSIONS, versions.get(1).place(), name + " counts its saves twice")
                    .because("One @Version is enough: " + versions.get(0).name() + " is the first."));
        }
        long left =
                model.columns().stream().filter(ColumnField::isLeftToDatabase).count();
        if (left > MOST_DEFAULTS) {
            problems.add(Problem.of(
                            Code.TOO_MANY_DEFAULTS,
                            model.place(),
                            name + " leaves " + left + " columns to the database, which is more than " + MOST_DEFAULTS)
                    .because("Give some of them an initialiser in Java instead of a dbDefault."));
        }
    }

    private static void keys(ModelDef model, Problems problems) {
        if (model.shape().model()
                && model.shape().flaws().isEmpty()
                && model.key().isEmpty()) {
            problems.add(Problem.of(
                            Code.NO_ID,
                            model.place(),
                            model.name().simple() + " has no key, so no row could be found again")
                    .because("Annotate a field with @Id; on several fields the key is composite.")
                    .fix("@Id Long id;"));
        }
    }

    private static void role(String full, ColumnField column, Problems problems) {
        JavaType type = column.java().boxed();
        String qualified = type.qualifiedName();
        switch (column.role()) {
            case IDENTITY -> {
                if (!INTEGERS.contains(qualified)) {
                    problems.add(Problem.of(
                                    Code.ID_SOURCE,
                                    column.place(),
                                    full + " is a " + type.display() + ", which the database cannot number")
                            .because("Identity columns are Long, Integer or Short.")
                            .fix("@Id Long " + column.simpleName() + ";"));
                }
            }
            case UUID_V7 -> {
                if (!qualified.equals("java.util.UUID")) {
                    problems.add(Problem.of(
                                    Code.ID_SOURCE, column.place(), full + " is a " + type.display() + ", not a UUID")
                            .fix("@Id UUID " + column.simpleName() + ";"));
                }
            }
            case CREATED, UPDATED -> {
                if (!TIMES.contains(qualified)) {
                    problems.add(Problem.of(
                                    Code.AUTO_NOW_TYPE,
                                    column.place(),
                                    full + " is a " + type.display() + ", which cannot be the present")
                            .fix("Instant " + column.simpleName() + ";"));
                }
            }
            case VERSION -> {
                if (!INTEGERS.contains(qualified) || column.nullable()) {
                    problems.add(Problem.of(
                                    Code.VERSION_TYPE, column.place(), full + " must be a whole number to count saves")
                            .fix("@Version int " + column.simpleName() + ";"));
                }
            }
            case VALUE, ASSIGNED, KIND -> {}
        }
        if (column.isKey() && column.nullable()) {
            problems.add(Problem.of(Code.NULLABLE_ID, column.place(), full + " is the key, so its column is never NULL")
                    .because("An object that is not saved yet may have a null key without being @Nullable.")
                    .fix("@Id " + column.java().display() + " " + column.simpleName() + ";"));
        }
        if (column.isKey()
                && (!column.type().family().ordered() || column.type().family() == Family.ARRAY)) {
            problems.add(
                    Problem.of(Code.ID_TYPE, column.place(), full + " is a " + type.display() + ", which makes no key")
                            .because("Keys are compared and sorted: use numbers, text, UUIDs, dates or enums."));
        }
        if (column.java().isPrimitive() && column.nullable()) {
            problems.add(Problem.of(
                            Code.NULLABLE_PRIMITIVE,
                            column.place(),
                            full + " is @Nullable, but " + column.java().display() + " cannot be null")
                    .fix("@Nullable " + column.java().boxed().display() + " " + column.simpleName() + ";"));
        }
        generated(full, column, problems);
    }

    private static void generated(String full, ColumnField column, Problems problems) {
        if (!column.isGenerated()) {
            return;
        }
        String clash = column.role() != Role.VALUE
                ? column.isKey() ? "the key" : "set by us"
                : column.isDefaulted() ? "given a dbDefault" : "";
        if (!clash.isEmpty()) {
            problems.add(Problem.of(
                            Code.GENERATED_OPTION,
                            column.place(),
                            full + " is computed by the database, so it cannot be " + clash + " too")
                    .because("Keep one of the two annotations."));
        }
        boolean indexed = column.options().index() || column.options().unique();
        if (column.isVirtual() && indexed) {
            problems.add(Problem.of(
                            Code.INDEX_VIRTUAL,
                            column.place(),
                            full + " is computed when it is read, so PostgreSQL cannot index it")
                    .because("Store it, or index its expression.")
                    .fix("@Index(expressions = \""
                            + column.generation().orElseThrow().expression().text() + "\")"));
        }
    }

    private static void part(String full, ColumnField part, Problems problems) {
        if (part.role() != Role.VALUE || part.isGenerated() || part.isDefaulted()) {
            problems.add(Problem.of(
                            Code.EMBEDDED_PART,
                            part.place(),
                            full + " is part of an embedded value, so the database cannot decide it")
                    .because("Keys, times, versions, generated fields and defaults belong to the model itself."));
        }
    }
}
