package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.Places;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Relations: both sides must fit each other. */
final class RelationChecks implements Checks.Check {
    /** What generated fields have as methods without parameters already. */
    private static final Set<String> RESERVED =
            Set.of("path", "exist", "toString", "hashCode", "getClass", "notify", "notifyAll", "wait");

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d*)?\\s*");
    private static final Pattern INTEGER = Pattern.compile("\\s*'\\s*[-+]?\\d+\\s*'\\s*");
    private static final Pattern TEXT = Pattern.compile("(?s)\\s*'([^']|'')*'\\s*");
    private static final Pattern UUID = Pattern.compile("(?i)\\s*'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'\\s*");

    @Override
    public void check(ModelDef model, Problems problems) {
        for (RelationField relation : model.relations()) {
            String full = model.name().simple() + "." + relation.name();
            relation.flaw().ifPresent(flaw -> problems.add(problem(full, relation, flaw)));
            if (RESERVED.contains(relation.name())) {
                problems.add(Problem.of(
                                Code.RESERVED_NAME,
                                relation.place(),
                                full + " has the name of a method that all fields have")
                        .because("A relation is followed by calling it, as in p.category(). Call it something else."));
            }
            if (relation.kind().isStored()) {
                onDelete(full, relation, problems);
            }
        }
        for (AnyField any : model.anys()) {
            any.flaw().ifPresent(flaw -> problems.add(generic(model, any, flaw)));
        }
        for (Field field : model.fields()) {
            if (field instanceof EmbeddedField embedded) {
                nested(model, embedded, problems);
            }
        }
    }

    private static Problem generic(ModelDef model, AnyField any, String flaw) {
        List<String> lines = flaw.lines().toList();
        return Problem.of(
                        Code.RELATION_GENERIC,
                        any.place(),
                        model.name().simple() + "." + any.name() + " " + lines.get(0))
                .because("One column says which table the row is in, the other has its key: a Long, whichever it is.")
                .fix(lines.get(1));
    }

    private static void nested(ModelDef model, EmbeddedField embedded, Problems problems) {
        for (Field part : embedded.parts()) {
            if (part instanceof RelationField) {
                problems.add(Problem.of(
                                Code.EMBEDDED_PART,
                                embedded.place(),
                                model.name().simple() + "." + embedded.name()
                                        + " is an embedded value with the relation " + part.simpleName())
                        .because("Relations belong to the model itself."));
            } else if (part instanceof EmbeddedField inner) {
                nested(model, inner, problems);
            }
        }
    }

    private static Problem problem(String full, RelationField relation, RelationField.Flaw flaw) {
        return switch (flaw.kind()) {
            case JAVA_TYPE ->
                Problem.of(
                                Code.RELATION_TYPE,
                                relation.place(),
                                full + " has the type " + relation.java().display() + ", but this relation needs a "
                                        + flaw.detail())
                        .because(
                                "Ref is for integer keys, KeyRef<Model, Key> for any other, Many for relations to many rows.")
                        .fix(flaw.detail() + " " + relation.name() + ";");
            case NOT_A_MODEL ->
                Problem.of(
                                Code.RELATION_TARGET,
                                relation.place(),
                                full + " refers to " + flaw.detail() + ", which is not a model")
                        .fix("@Model class " + flaw.detail());
            case NO_SINGLE_KEY ->
                Problem.of(
                                Code.RELATION_KEY,
                                relation.place(),
                                full + " needs a key of one column, which " + flaw.detail() + " does not have")
                        .because("A reference is one column. Give " + flaw.detail()
                                + " a single @Id, and make the others @Unique.");
            case KEY_RECORD ->
                Problem.of(
                                Code.RELATION_KEY,
                                relation.place(),
                                full + " has the type " + relation.java().display()
                                        + ", but the key of "
                                        + flaw.detail()
                                                .substring(0, flaw.detail().indexOf(':'))
                                        + " is of several columns")
                        .because("A KeyRef to it holds a record with the key's fields in their order.")
                        .fix(flaw.detail().substring(flaw.detail().indexOf(':') + 2));
            case SYMMETRICAL ->
                Problem.of(
                                Code.RELATION_SYMMETRY,
                                relation.place(),
                                full + " is the other side of " + flaw.detail() + ", which has only one side")
                        .because("It pairs rows of one model, and each pair counts in both directions.")
                        .fix("@ManyToMany(symmetrical = false)");
            case UNKNOWN_FIELD ->
                Problem.of(Code.RELATION_FIELD, relation.place(), full + " has no other side: " + flaw.detail());
            case NOT_UNIQUE ->
                Problem.of(
                                Code.RELATION_KEY,
                                named(relation),
                                full + " refers to " + flaw.detail() + ", which several rows could share")
                        .fix("@Column(unique = true)");
            case POINTS_ELSEWHERE ->
                Problem.of(
                                Code.RELATION_FIELD,
                                named(relation),
                                full + " is the other side of " + flaw.detail() + ", which points elsewhere")
                        .because("@Reverse names the field of the other model that points to this one.");
            case THROUGH ->
                Problem.of(
                                Code.RELATION_THROUGH,
                                relation.options().places().of("through", relation.place()),
                                full + " goes through " + flaw.detail()
                                        + ", which does not point to both sides, once to each")
                        .because("The model in between has a @ForeignKey to each of the two, which holds its key."
                                + " If it has several to one of them, name the two that count.")
                        .fix("throughFields = {\"…\", \"…\"}");
        };
    }

    /** Where the other model's field is named. */
    private static Place named(RelationField relation) {
        Places places = relation.options().places();
        return places.of("value", places.of("to", relation.place()));
    }

    /** A value that is written down must be one of the column's; what a function returns, only the database knows. */
    private static void literal(String full, RelationField relation, String member, String sql, Problems problems) {
        if (relation.stored().size() != 1 || sql.isEmpty()) {
            return;
        }
        StoredType type = relation.stored().get(0).type();
        boolean number = NUMBER.matcher(sql).matches();
        boolean text = TEXT.matcher(sql).matches();
        String fix =
                switch (type.sqlName()) {
                    case "bigint", "integer", "smallint", "int8", "int4", "int2" ->
                        (text && !INTEGER.matcher(sql).matches()) || (number && sql.contains(".")) ? "1" : "";
                    case "uuid" ->
                        number || (text && !UUID.matcher(sql).matches())
                                ? "'123e4567-e89b-12d3-a456-426614174000'"
                                : "";
                    default -> "";
                };
        if (!fix.isEmpty()) {
            problems.add(Problem.of(
                            Code.RELATION_ON_DELETE,
                            relation.options().places().of(member, relation.place()),
                            full + " can be set to " + sql + ", which is no key of its target")
                    .because("The column is " + type.ddl() + ", and the value is SQL.")
                    .fix(member + " = \"" + fix + "\""));
        }
    }

    private static void onDelete(String full, RelationField relation, Problems problems) {
        switch (relation.options().onDelete()) {
            case "SET_NULL", "DB_SET_NULL" -> {
                if (!relation.nullable()) {
                    problems.add(Problem.of(
                                    Code.RELATION_ON_DELETE,
                                    relation.options().places().of("onDelete", relation.place()),
                                    full + " becomes null when its target is deleted, but it is not @Nullable")
                            .fix("@Nullable " + relation.java().display() + " " + relation.name() + ";"));
                }
            }
            case "SET_DEFAULT", "DB_SET_DEFAULT" -> {
                if (relation.options().dbDefault().isEmpty() && !relation.nullable()) {
                    problems.add(Problem.of(
                                    Code.RELATION_ON_DELETE,
                                    relation.options().places().of("onDelete", relation.place()),
                                    full + " becomes its default when its target is deleted, but it has none")
                            .because("Without a dbDefault the default is NULL, and the field is not @Nullable.")
                            .fix("dbDefault = \"1\""));
                }
            }
            case "SET_VALUE" -> {
                if (relation.options().set().isEmpty() || relation.isComposite()) {
                    problems.add(Problem.of(
                                    Code.RELATION_ON_DELETE,
                                    relation.options().places().of("onDelete", relation.place()),
                                    full + " becomes another value when its target is deleted, but does not say which")
                            .because(
                                    relation.isComposite()
                                            ? "It is stored in several columns, which cannot be set to one value."
                                            : "The value is SQL: a key that is always there.")
                            .fix(relation.isComposite() ? "onDelete = OnDelete.PROTECT" : "set = \"1\""));
                }
            }
            default -> {}
        }
        literal(full, relation, "dbDefault", relation.options().dbDefault(), problems);
        literal(full, relation, "set", relation.options().set(), problems);
        if (!relation.options().set().isEmpty()
                && !relation.options().onDelete().equals("SET_VALUE")) {
            problems.add(Problem.of(
                            Code.RELATION_ON_DELETE,
                            relation.options().places().of("set", relation.place()),
                            full + " says what it is set to, but not when")
                    .fix("onDelete = OnDelete.SET_VALUE, set = \""
                            + relation.options().set() + "\""));
        }
    }
}
