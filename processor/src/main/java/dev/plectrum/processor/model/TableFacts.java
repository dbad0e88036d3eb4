package dev.plectrum.processor.model;

import dev.plectrum.processor.expression.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a model's table has besides its columns, worked out from the Def: constraints and indexes with their names and SQL. */
public final class TableFacts {
    private static final Set<Family> NEED_BTREE_GIST = Set.of(
            Family.BOOLEAN,
            Family.NUMBER,
            Family.TEXT,
            Family.DATE,
            Family.TIME,
            Family.TIMESTAMP,
            Family.INTERVAL,
            Family.VALUE);

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*|\"[^\"]+\"");

    private final ModelDef model;

    /** The facts of a model that has no problems. */
    public TableFacts(ModelDef model) {
        this.model = model;
    }

    /** The table as SQL writes it. */
    public String sqlName() {
        String table = Identifier.quoted(model.table());
        return model.schema().isEmpty() ? table : Identifier.quoted(model.schema()) + "." + table;
    }

    // (SELECT c.place_id, p.name, c.stars
    // FROM hotel c
    // JOIN place p ON p.id = c.place_id)
    /** What rows are read from: the table, or where they begin in another one both of them joined. One clause an element. */
    public List<String> from() {
        String own = sqlName();
        if (model.parent().isEmpty()) {
            return List.of(own);
        }
        ModelDef.Parent parent = model.parent().get();
        List<ColumnField> key = model.key();
        String columns = model.columns().stream()
                .map(column -> (column.inherited() ? "p." : "c.") + Identifier.quoted(column.column()))
                .collect(Collectors.joining(", "));
        String joined = IntStream.range(0, key.size())
                .mapToObj(i -> "p." + Identifier.quoted(parent.key().get(i)) + " = c."
                        + Identifier.quoted(key.get(i).column()))
                .collect(Collectors.joining(" AND "));
        return List.of("(SELECT " + columns, "FROM " + own + " c", "JOIN " + parent.from() + " p ON " + joined + ")");
    }

    /** The name of the primary key's constraint. */
    public String primaryKey() {
        return ConstraintName.primaryKey(model.table());
    }

    /** A constraint with a condition. */
    public record Check(String name, String sql) {}

    /** The checks: of enums, and the user's. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (ColumnField column : model.ownColumns()) {
            enumCondition(column.type(), Identifier.quoted(column.column()))
                    .forEach(sql -> checks.add(
                            new Check(ConstraintName.of(model.table(), List.of(column.column()), sql, "check"), sql)));
        }
        discriminator().ifPresent(checks::add);
        ownAnys().forEach(any -> checks.add(checkOf(any)));
        model.kinds().forEach(kind -> checkOf(kind).ifPresent(checks::add));
        checks.addAll(declaredChecks());
        return checks;
    }

    private List<AnyField> ownAnys() {
        return model.fields().stream()
                .filter(AnyField.class::isInstance)
                .map(AnyField.class::cast)
                .filter(any -> !any.id().inherited())
                .toList();
    }

    // target_kind IN ('post', 'author')
    private Check checkOf(AnyField any) {
        String kind = Identifier.quoted(any.kind().column());
        String sql = any.targets().stream()
                .map(target -> literal(target.value()))
                .collect(Collectors.joining(", ", kind + " IN (", ")"));
        if (any.nullable()) {
            sql = "(" + kind + " IS NULL) = (" + Identifier.quoted(any.id().column()) + " IS NULL) AND (" + kind
                    + " IS NULL OR " + sql + ")";
        }
        return new Check(ConstraintName.of(model.table(), List.of(any.kind().column()), sql, "check"), sql);
    }

    private List<Check> declaredChecks() {
        List<Check> checks = new ArrayList<>();
        for (CheckDef check : model.checks()) {
            String sql = onlyHere("<>", " OR ", check.condition().sql());
            checks.add(new Check(named(check.name(), List.of(), sql, "check"), sql));
        }
        model.kinds().forEach(kind -> checks.addAll(new TableFacts(kind.model()).declaredChecks()));
        return checks;
    }

    // kind IN ('card_payment', 'bank_transfer')
    private Optional<Check> discriminator() {
        if (model.kinds().isEmpty()) {
            return Optional.empty();
        }
        String column = model.discriminator().orElseThrow().column();
        String sql = model.kinds().stream()
                .map(kind -> literal(kind.value()))
                .collect(Collectors.joining(", ", Identifier.quoted(column) + " IN (", ")"));
        return Optional.of(new Check(ConstraintName.of(model.table(), List.of(column), sql, "check"), sql));
    }

    // CASE kind WHEN 'card_payment' THEN number IS NOT NULL ELSE number IS NULL AND holder IS NULL END
    /** That a subclass's own columns are there in its rows, as far as they must be, and in no others. */
    private Optional<Check> checkOf(KindField kind) {
        List<ColumnField> columns = Field.columnsOf(kind.model().unshared()).stream()
                .filter(column -> !column.isGenerated())
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String always = columns.stream()
                .filter(column -> !column.optional())
                .map(column -> Identifier.quoted(column.column()) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String never = columns.stream()
                .map(column -> Identifier.quoted(column.column()) + " IS NULL")
                .collect(Collectors.joining(" AND "));
        String sql = "CASE WHEN " + is(kind.model(), "=") + " THEN " + (always.isEmpty() ? "true" : always) + " ELSE "
                + never + " END";
        return Optional.of(new Check(ConstraintName.of(model.table(), List.of(kind.value()), sql, "check"), sql));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    // kind = 'card_payment'
    /** What holds for the model's own rows in a table that it shares; nothing if the table is its own. */
    public Optional<String> ownRows() {
        return model.kind().map(kind -> is(model, "="));
    }

    private static String is(ModelDef model, String operator) {
        String column = model.discriminator().orElseThrow().column();
        return Identifier.quoted(column) + " " + operator + " "
                + literal(model.kind().orElseThrow().value());
    }

    /** A condition of a model that shares its table, as it is said of all rows of the table. */
    private String onlyHere(String operator, String joiner, String condition) {
        if (model.kind().isEmpty()) {
            return condition;
        }
        return is(model, operator) + (condition.isEmpty() ? "" : joiner + "(" + condition + ")");
    }

    private static List<String> enumCondition(StoredType type, String column) {
        if (type instanceof StoredType.EnumType constants) {
            return List.of(
                    constants.ordinal()
                            ? column + " BETWEEN 0 AND "
                                    + (constants.constants().size() - 1)
                            : column + " IN (" + literals(constants) + ")");
        }
        if (type instanceof StoredType.ListOf list && list.element() instanceof StoredType.EnumType constants) {
            return List.of(
                    constants.ordinal()
                            ? column + " <@ ARRAY[" + positions(constants) + "]::smallint[]"
                            : column + " <@ ARRAY[" + literals(constants) + "]");
        }
        return List.of();
    }

    private static String literals(StoredType.EnumType constants) {
        return constants.constants().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static String positions(StoredType.EnumType constants) {
        return IntStream.range(0, constants.constants().size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    /** Columns whose values another table has. */
    public record ForeignKey(
            String name,
            List<String> columns,
            String table,
            List<String> targetColumns,
            String onDelete,
            String deferrable) {}

    /** The references to other tables. */
    public List<ForeignKey> foreignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        model.parent().ifPresent(parent -> {
            List<String> columns = model.key().stream().map(ColumnField::column).toList();
            String name = named("", columns, parent.table() + "." + String.join(".", parent.key()), "fkey");
            keys.add(new ForeignKey(name, columns, parent.table(), parent.key(), "", "NO"));
        });
        for (RelationField relation : tableRelations()) {
            if (relation.kind().isStored()) {
                RelationEnd end = relation.end().orElseThrow();
                List<String> columns = stored(relation);
                List<String> targets =
                        end.columns().stream().map(RelationEnd.Column::name).toList();
                keys.add(new ForeignKey(
                        named("", columns, end.table() + "." + String.join(".", targets), "fkey"),
                        columns,
                        end.table(),
                        targets,
                        onDelete(relation.options().onDelete()),
                        relation.options().deferrable()));
            }
        }
        return keys;
    }

    /** The relations of all rows of the table. */
    private List<RelationField> tableRelations() {
        List<RelationField> relations = new ArrayList<>(model.ownRelations());
        model.kinds().forEach(kind -> relations.addAll(kind.relations()));
        return relations;
    }

    private static List<String> stored(RelationField relation) {
        return relation.stored().stream().map(ColumnField::column).toList();
    }

    /** What the database does; all else is ours to do. */
    private static String onDelete(String constant) {
        return constant.startsWith("DB_") ? constant.substring("DB_".length()).replace('_', ' ') : "";
    }

    /** A table that pairs rows of this model with those of another; its two columns are its key. */
    public record JoinTable(String schema, String name, String primaryKey, Side near, Side far, String farIndex) {}

    /** A column of a join table, and what it points to. */
    public record Side(String foreignKey, String column, String type, String table, String targetColumn) {}

    /** The join tables that are made for this model. */
    public List<JoinTable> joinTables() {
        List<JoinTable> tables = new ArrayList<>();
        for (RelationField relation : tableRelations()) {
            relation.end()
                    .filter(end -> end.join().filter(RelationEnd.Join::owned).isPresent())
                    .ifPresent(end -> tables.add(joinTable(end, end.join().orElseThrow())));
        }
        return tables;
    }

    private JoinTable joinTable(RelationEnd end, RelationEnd.Join join) {
        ColumnField key = model.column(end.from().get(0)).orElseThrow();
        String table = Identifier.quoted(model.table());
        String us = model.schema().isEmpty() ? table : Identifier.quoted(model.schema()) + "." + table;
        return new JoinTable(
                join.schema(),
                join.table(),
                ConstraintName.primaryKey(join.table()),
                side(join, join.near(), key.type().ddl(), us, key.column()),
                side(
                        join,
                        join.far(),
                        end.column().type().ddl(),
                        end.table(),
                        end.column().name()),
                ConstraintName.of(join.table(), List.of(join.far()), "", "idx"));
    }

    private static Side side(RelationEnd.Join join, String column, String type, String table, String targetColumn) {
        String name = ConstraintName.of(join.table(), List.of(column), table + "." + targetColumn, "fkey");
        return new Side(name, column, type, table, targetColumn);
    }

    /** Columns whose values no two rows share. */
    public record Unique(String name, List<String> columns, boolean nullsDistinct, String deferrable) {}

    /** The unique constraints: of single columns, and the user's. */
    public List<Unique> uniques() {
        List<Unique> uniques = new ArrayList<>();
        for (ColumnField column : model.ownColumns()) {
            if (column.options().unique()) {
                List<String> columns = List.of(column.column());
                uniques.add(new Unique(named("", columns, "", "uniq"), columns, true, "NO"));
            }
        }
        for (RelationField relation : tableRelations()) {
            if (relation.kind() == RelationField.Kind.ONE_TO_ONE) {
                List<String> columns = stored(relation);
                uniques.add(new Unique(named("", columns, "", "uniq"), columns, true, "NO"));
            }
        }
        uniques.addAll(declaredUniques());
        return uniques;
    }

    private List<Unique> declaredUniques() {
        List<Unique> uniques = new ArrayList<>();
        for (UniqueDef unique : model.uniques()) {
            if (!isIndex(unique)) {
                List<String> columns = columns(unique.fields());
                uniques.add(new Unique(
                        named(unique.name(), columns, unique.nullsDistinct() ? "" : "nulls not distinct", "uniq"),
                        columns,
                        unique.nullsDistinct(),
                        unique.deferrable()));
            }
        }
        model.kinds().forEach(kind -> uniques.addAll(new TableFacts(kind.model()).declaredUniques()));
        return uniques;
    }

    /**
     * Whether it has to be an index. In a table of several models a constraint is for the rows of all; it comes to the same where a
     * column of the model's own is NULL in those of the others.
     */
    private boolean isIndex(UniqueDef unique) {
        return unique.isIndex()
                || (model.kind().isPresent()
                        && (!unique.nullsDistinct()
                                || Field.columnsOf(model.unshared()).stream()
                                        .noneMatch(column -> unique.fields().stream()
                                                .anyMatch(named -> named.field().equals(column.name())))));
    }

    /** An index; its keys are SQL. */
    public record Index(
            String name,
            boolean unique,
            boolean nullsDistinct,
            String method,
            List<String> keys,
            List<String> include,
            String where) {}

    /** The indexes: of single columns, the user's, and unique ones that cannot be constraints. */
    public List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (ColumnField column : model.ownColumns()) {
            if (column.options().index()) {
                String key = Identifier.quoted(column.column());
                String name = named("", List.of(column.column()), "", "idx");
                indexes.add(new Index(name, false, true, "btree", List.of(key), List.of(), ""));
            }
        }
        for (RelationField relation : tableRelations()) {
            if (relation.kind() == RelationField.Kind.FOREIGN_KEY
                    && relation.options().index()) {
                List<String> columns = stored(relation);
                List<String> keys = columns.stream().map(Identifier::quoted).toList();
                String name = named("", columns, "", "idx");
                indexes.add(new Index(name, false, true, "btree", keys, List.of(), ""));
            }
        }
        for (AnyField any : ownAnys()) {
            if (any.index()) {
                List<String> columns = any.columns().map(ColumnField::column).toList();
                List<String> keys = columns.stream().map(Identifier::quoted).toList();
                indexes.add(new Index(named("", columns, "", "idx"), false, true, "btree", keys, List.of(), ""));
            }
        }
        indexes.addAll(declaredIndexes());
        return indexes;
    }

    private List<Index> declaredIndexes() {
        List<Index> indexes = new ArrayList<>();
        for (IndexDef index : model.indexes()) {
            List<String> keys = keys(index.fields(), index.expressions());
            List<String> include = columns(index.include());
            String where =
                    onlyHere("=", " AND ", index.where().map(ExpressionDef::sql).orElse(""));
            indexes.add(new Index(
                    named(
                            index.name(),
                            columns(index.fields()),
                            String.join("|", keys) + include + where + index.method(),
                            "idx"),
                    false,
                    true,
                    index.method(),
                    keys,
                    include,
                    where));
        }
        for (UniqueDef unique : model.uniques()) {
            if (isIndex(unique)) {
                List<String> keys = keys(unique.fields(), unique.expressions());
                String where = onlyHere(
                        "=", " AND ", unique.where().map(ExpressionDef::sql).orElse(""));
                indexes.add(new Index(
                        named(unique.name(), columns(unique.fields()), String.join("|", keys) + where, "uniq"),
                        true,
                        unique.nullsDistinct(),
                        "btree",
                        keys,
                        List.of(),
                        where));
            }
        }
        model.kinds().forEach(kind -> indexes.addAll(new TableFacts(kind.model()).declaredIndexes()));
        return indexes;
    }

    /** An exclusion constraint; its elements are SQL. */
    public record Exclusion(String name, String method, String where, String deferrable, List<String> elements) {}

    /** The exclusion constraints. */
    public List<Exclusion> exclusions() {
        List<Exclusion> exclusions = new ArrayList<>();
        for (ExcludeDef exclude : model.excludes()) {
            List<String> elements = exclude.elements().stream()
                    .map(element -> key(element.expression().sql()) + " WITH " + element.operator())
                    .toList();
            String where = onlyHere(
                    "=", " AND ", exclude.where().map(ExpressionDef::sql).orElse(""));
            exclusions.add(new Exclusion(
                    named(exclude.name(), List.of(), elements + where, "excl"),
                    exclude.method(),
                    where,
                    exclude.deferrable(),
                    elements));
        }
        model.kinds().forEach(kind -> exclusions.addAll(new TableFacts(kind.model()).exclusions()));
        return exclusions;
    }

    /** The extensions that the table needs. */
    public Set<String> extensions() {
        Set<String> extensions = new TreeSet<>();
        for (ColumnField column : model.ownColumns()) {
            if (column.type().sqlName().startsWith("citext")) {
                extensions.add("citext");
            }
        }
        boolean scalars = model.excludes().stream()
                .filter(exclude -> exclude.method().equals("gist"))
                .flatMap(exclude -> exclude.elements().stream())
                .anyMatch(element -> model.column(element.expression().text().trim())
                        .map(column -> NEED_BTREE_GIST.contains(column.type().family()))
                        .orElse(true));
        if (scalars) {
            extensions.add("btree_gist");
        }
        model.kinds().forEach(kind -> extensions.addAll(new TableFacts(kind.model()).extensions()));
        return extensions;
    }

    private String named(String given, List<String> columns, String what, String suffix) {
        return given.isEmpty() ? ConstraintName.of(model.table(), columns, what, suffix) : given;
    }

    private List<String> columns(List<Named> fields) {
        return fields.stream()
                .flatMap(named -> model.column(named.field()).stream())
                .map(ColumnField::column)
                .toList();
    }

    private List<String> keys(List<Named> fields, List<ExpressionDef> expressions) {
        List<String> keys = new ArrayList<>();
        for (Named named : fields) {
            model.column(named.field())
                    .ifPresent(column ->
                            keys.add(Identifier.quoted(column.column()) + (named.descending() ? " DESC" : "")));
        }
        expressions.forEach(expression -> keys.add(key(expression.sql())));
        return keys;
    }

    /** An expression needs parentheses as a key, a column's name does not. */
    private static String key(String sql) {
        return NAME.matcher(sql).matches() ? sql : "(" + sql + ")";
    }
}
