package dev.plectrum.processor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A Def as text, one fact a line: it travels on generated types and in shards. Places do not travel, nor does what can be worked
 * out again, such as the SQL of expressions.
 */
public final class DefText {
    private DefText() {}

    /** The lines that {@link #read} takes. */
    public static List<String> write(ModelDef model) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("model")
                .with("class", model.name().type().toString())
                .with("table", model.table())
                .with("schema", model.schema())
                .with("comment", model.comment())
                .with("base", !model.shape().model())
                .with("record", model.shape().record())
                .with("public", model.shape().isPublic())
                .with(
                        "proxied",
                        model.proxied().map(name -> name.type().toString()).orElse(""))
                .with(
                        "parent",
                        model.parent()
                                .map(parent -> parent.name().type().toString())
                                .orElse(""))
                .with("parentTable", model.parent().map(ModelDef.Parent::table).orElse(""))
                .with("parentFrom", model.parent().map(ModelDef.Parent::from).orElse(""))
                .with("parentKey", model.parent().map(ModelDef.Parent::key).orElse(List.of()))
                .with(
                        "sealed",
                        model.kind().map(kind -> kind.base().type().toString()).orElse(""))
                .with("kind", model.kind().map(ModelDef.OneOf::value).orElse(""))
                .with("shared", model.kind().map(ModelDef.OneOf::shared).orElse(0))
                .with("ordering", named(model.ordering())));
        model.fields().forEach(field -> write(field, lines));
        model.indexes().forEach(index -> lines.add(write(index)));
        model.uniques().forEach(unique -> lines.add(write(unique)));
        model.checks()
                .forEach(check -> lines.add(new Line("check")
                        .with("name", check.name())
                        .with("sql", check.condition().text())));
        model.excludes().forEach(exclude -> lines.add(write(exclude)));
        return lines.stream().map(Line::toString).toList();
    }

    private static void write(Field field, List<Line> lines) {
        if (field instanceof EmbeddedField embedded) {
            lines.add(access(
                    new Line("embedded")
                            .with("name", embedded.name())
                            .with("type", embedded.type().toString())
                            .with("nullable", embedded.nullable()),
                    embedded.access()));
            embedded.parts().forEach(part -> write(part, lines));
            lines.add(new Line("end"));
        } else if (field instanceof KindField kind) {
            // Its fields are in its own Def.
            lines.add(new Line("kind").with("class", kind.model().name().type().toString()));
        } else if (field instanceof AnyField any) {
            lines.add(write(any));
        } else if (field instanceof ColumnField column) {
            lines.add(write(column));
        } else {
            lines.add(write((RelationField) field));
        }
    }

    private static Line write(ColumnField column) {
        Line line = new Line("field")
                .with("name", column.name())
                .with("type", StoredTypeText.write(column.type()).toString())
                .with(
                        "java",
                        column.java().equals(column.type().java())
                                ? ""
                                : column.java().toString())
                .with("column", column.column().equals(Words.snake(column.simpleName())) ? "" : column.column())
                .with("nullable", column.nullable())
                .with("optional", column.optional() && !column.nullable())
                .with("inherited", column.inherited())
                .with(
                        "role",
                        column.role() == ColumnField.Role.VALUE
                                ? ""
                                : column.role().name())
                .with("maxLength", column.options().maxLength())
                .with("precision", column.options().precision())
                .with("scale", column.options().scale())
                .with("unique", column.options().unique())
                .with("index", column.options().index())
                .with("default", column.options().dbDefault())
                .with("comment", column.options().comment())
                .with("collation", column.options().collation());
        column.generation()
                .ifPresent(generation -> line.with(
                        generation.stored() ? "stored" : "virtual",
                        generation.expression().text()));
        return access(line, column.access());
    }

    private static Line write(AnyField any) {
        return access(
                new Line("any")
                        .with("name", any.name())
                        .with("java", any.java().toString())
                        .with("nullable", any.nullable())
                        .with("kindColumn", any.kind().column())
                        .with("idColumn", any.id().column())
                        .with(
                                "target",
                                any.targets().stream()
                                        .map(target -> target.model().type().toString())
                                        .toList())
                        .with(
                                "value",
                                any.targets().stream()
                                        .map(AnyField.Target::value)
                                        .toList())
                        .with(
                                "key",
                                any.targets().stream().map(AnyField.Target::key).toList())
                        .with("index", any.index()),
                any.access());
    }

    private static AnyField readAny(Line line) {
        Access access = readAccess(line);
        String name = line.get("name");
        boolean nullable = line.is("nullable");
        List<AnyField.Target> targets = new ArrayList<>();
        for (int i = 0; i < line.all("target").size(); i++) {
            JavaType type = JavaType.parse(line.all("target").get(i));
            targets.add(new AnyField.Target(
                    new ModelName(type.packageName(), type.className()),
                    line.all("value").get(i),
                    line.all("key").get(i)));
        }
        return new AnyField(
                name,
                JavaType.parse(line.get("java")),
                nullable,
                access,
                RelationField.storedColumn(
                        name + ".kind",
                        Scalar.TEXT.java(),
                        Scalar.TEXT,
                        line.get("kindColumn"),
                        nullable,
                        access,
                        "",
                        Place.NOWHERE),
                RelationField.storedColumn(
                        name + ".id",
                        Scalar.INT8.java(),
                        Scalar.INT8,
                        line.get("idColumn"),
                        nullable,
                        access,
                        "",
                        Place.NOWHERE),
                targets,
                line.is("index"),
                Optional.empty(),
                Place.NOWHERE);
    }

    private static Line write(RelationField relation) {
        RelationOptions options = relation.options();
        Line line = new Line("relation")
                .with("name", relation.name())
                .with("kind", relation.kind().name())
                .with("java", relation.java().toString())
                .with("nullable", relation.nullable())
                .with("inherited", relation.inherited())
                .with("onDelete", options.onDelete())
                .with("to", options.to())
                .with(
                        "column",
                        relation.isComposite()
                                ? relation.stored().stream()
                                        .map(ColumnField::column)
                                        .toList()
                                : options.column().isEmpty() ? List.of() : List.of(options.column()))
                .with("default", options.dbDefault())
                .with("set", options.set())
                .with("deferrable", options.deferrable())
                .with("index", options.index())
                .with("table", options.table())
                .with("through", options.through())
                .with("throughField", options.throughFields())
                .with("symmetrical", options.symmetrical())
                .with("reverse", options.reverse());
        relation.end().ifPresent(end -> {
            line.with("target", end.model().type().toString())
                    .with("targetTable", end.table())
                    .with(
                            "targetColumn",
                            end.columns().stream().map(RelationEnd.Column::name).toList())
                    .with(
                            "targetField",
                            relation.isComposite()
                                    ? end.columns().stream()
                                            .map(RelationEnd.Column::field)
                                            .toList()
                                    : List.of())
                    .with(
                            "type",
                            end.columns().stream()
                                    .map(column ->
                                            StoredTypeText.write(column.type()).toString())
                                    .toList())
                    .with("from", end.from())
                    .with("among", end.among().map(RelationEnd.Among::column).orElse(""))
                    .with(
                            "amongValue",
                            end.among().map(RelationEnd.Among::value).orElse(""));
            end.join().ifPresent(join -> line.with("join", join.table())
                    .with("joinSchema", join.schema())
                    .with("near", join.near())
                    .with("far", join.far())
                    .with("owned", join.owned()));
        });
        return access(line, relation.access());
    }

    private static Line access(Line line, Access access) {
        if (access instanceof Access.Methods methods) {
            return line.with("get", methods.getter()).with("set", methods.setter());
        }
        if (access instanceof Access.None) {
            return line.with("hidden", true);
        }
        return line.with("component", access instanceof Access.Component);
    }

    private static Line write(IndexDef index) {
        return new Line("index")
                .with("name", index.name())
                .with("field", named(index.fields()))
                .with("expression", texts(index.expressions()))
                .with("where", index.where().map(ExpressionDef::text).orElse(""))
                .with("include", named(index.include()))
                .with("method", index.method());
    }

    private static Line write(UniqueDef unique) {
        return new Line("unique")
                .with("name", unique.name())
                .with("field", named(unique.fields()))
                .with("expression", texts(unique.expressions()))
                .with("where", unique.where().map(ExpressionDef::text).orElse(""))
                .with("nullsDistinct", unique.nullsDistinct())
                .with("deferrable", unique.deferrable());
    }

    private static Line write(ExcludeDef exclude) {
        return new Line("exclude")
                .with("name", exclude.name())
                .with(
                        "element",
                        exclude.elements().stream()
                                .map(ExcludeDef.Element::written)
                                .toList())
                .with("method", exclude.method())
                .with("where", exclude.where().map(ExpressionDef::text).orElse(""))
                .with("deferrable", exclude.deferrable());
    }

    private static List<String> named(List<Named> names) {
        return names.stream().map(Named::written).toList();
    }

    private static List<String> texts(List<ExpressionDef> expressions) {
        return expressions.stream().map(ExpressionDef::text).toList();
    }

    /** Reads what {@link #write} wrote. */
    public static ModelDef read(List<String> text) {
        Deque<List<Field>> fields = new ArrayDeque<>();
        fields.push(new ArrayList<>());
        Deque<Line> embedded = new ArrayDeque<>();
        List<IndexDef> indexes = new ArrayList<>();
        List<UniqueDef> uniques = new ArrayList<>();
        List<CheckDef> checks = new ArrayList<>();
        List<ExcludeDef> excludes = new ArrayList<>();
        Line model = Line.parse(text.get(0));
        JavaType type = JavaType.parse(model.get("class"));
        for (String written : text.subList(1, text.size())) {
            Line line = Line.parse(written);
            switch (line.word()) {
                case "field" -> fields.element().add(readColumn(line));
                case "relation" -> fields.element().add(readRelation(line));
                case "embedded" -> {
                    embedded.push(line);
                    fields.push(new ArrayList<>());
                }
                case "end" -> {
                    List<Field> parts = fields.pop();
                    fields.element().add(readEmbedded(embedded.pop(), parts));
                }
                case "any" -> fields.element().add(readAny(line));
                case "kind" -> {}
                case "index" -> indexes.add(readIndex(line));
                case "unique" -> uniques.add(readUnique(line));
                case "check" -> checks.add(new CheckDef(line.get("name"), expression(line.get("sql")), Place.NOWHERE));
                case "exclude" -> excludes.add(readExclude(line));
                default -> throw new IllegalArgumentException("No part of a definition: " + written);
            }
        }
        return new ModelDef(
                new ModelName(type.packageName(), type.className()),
                new ModelDef.Shape(!model.is("base"), model.is("record"), model.is("public"), List.of()),
                model.get("table"),
                model.get("schema"),
                model.get("comment"),
                readParent(model),
                Optional.of(model.get("proxied"))
                        .filter(name -> !name.isEmpty())
                        .map(JavaType::parse)
                        .map(proxied -> new ModelName(proxied.packageName(), proxied.className())),
                readKind(model),
                fields.pop(),
                readNamed(model.all("ordering")),
                indexes,
                uniques,
                checks,
                excludes,
                Place.NOWHERE);
    }

    private static Optional<ModelDef.Parent> readParent(Line model) {
        if (model.get("parent").isEmpty()) {
            return Optional.empty();
        }
        JavaType type = JavaType.parse(model.get("parent"));
        return Optional.of(new ModelDef.Parent(
                new ModelName(type.packageName(), type.className()),
                model.get("parentTable"),
                model.get("parentFrom"),
                model.all("parentKey")));
    }

    private static Optional<ModelDef.OneOf> readKind(Line model) {
        if (model.get("sealed").isEmpty()) {
            return Optional.empty();
        }
        JavaType base = JavaType.parse(model.get("sealed"));
        return Optional.of(new ModelDef.OneOf(
                new ModelName(base.packageName(), base.className()), model.get("kind"), model.number("shared")));
    }

    private static EmbeddedField readEmbedded(Line line, List<Field> parts) {
        return new EmbeddedField(
                line.get("name"),
                JavaType.parse(line.get("type")),
                line.is("nullable"),
                readAccess(line),
                parts,
                Place.NOWHERE);
    }

    private static ColumnField readColumn(Line line) {
        StoredType type = StoredTypeText.read(Term.parse(line.get("type")));
        String name = line.get("name");
        boolean stored = !line.get("stored").isEmpty();
        String generation = stored ? line.get("stored") : line.get("virtual");
        return new ColumnField(
                name,
                line.get("java").isEmpty() ? type.java() : JavaType.parse(line.get("java")),
                type,
                line.get("column").isEmpty()
                        ? Words.snake(name.substring(name.lastIndexOf('.') + 1))
                        : line.get("column"),
                line.is("nullable"),
                line.is("nullable") || line.is("optional"),
                readAccess(line),
                new ColumnOptions(
                        line.number("maxLength"),
                        line.number("precision"),
                        line.number("scale"),
                        line.is("unique"),
                        line.is("index"),
                        line.get("default"),
                        line.get("comment"),
                        line.get("collation"),
                        Places.NONE),
                line.get("role").isEmpty() ? ColumnField.Role.VALUE : ColumnField.Role.valueOf(line.get("role")),
                line.is("inherited"),
                generation.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ColumnField.Generation(expression(generation), stored)),
                Place.NOWHERE);
    }

    private static RelationField readRelation(Line line) {
        RelationField.Kind kind = RelationField.Kind.valueOf(line.get("kind"));
        Access access = readAccess(line);
        List<RelationEnd.Column> columns = readColumns(line);
        JavaType target = JavaType.parse(line.get("target"));
        RelationEnd.Join join = new RelationEnd.Join(
                line.get("join"), line.get("joinSchema"), line.get("near"), line.get("far"), line.is("owned"));
        return new RelationField(
                line.get("name"),
                kind,
                JavaType.parse(line.get("java")),
                line.is("nullable"),
                access,
                new RelationOptions(
                        line.get("onDelete"),
                        line.get("to"),
                        line.get("column"),
                        columns.size() > 1 ? line.all("column") : List.of(),
                        line.get("default"),
                        line.get("set"),
                        line.get("deferrable"),
                        line.is("index"),
                        line.get("table"),
                        line.get("through"),
                        line.all("throughField"),
                        line.is("symmetrical"),
                        line.get("reverse"),
                        Places.NONE),
                kind.isStored() ? readStored(line, columns, access) : List.of(),
                Optional.of(new RelationEnd(
                        new ModelName(target.packageName(), target.className()),
                        line.get("targetTable"),
                        columns,
                        line.all("from"),
                        line.get("join").isEmpty() ? Optional.empty() : Optional.of(join),
                        line.get("among").isEmpty()
                                ? Optional.empty()
                                : Optional.of(new RelationEnd.Among(line.get("among"), line.get("amongValue"))))),
                line.is("inherited"),
                Optional.empty(),
                Place.NOWHERE);
    }

    private static List<RelationEnd.Column> readColumns(Line line) {
        List<String> names = line.all("targetColumn");
        List<String> fields = line.all("targetField");
        List<String> types = line.all("type");
        List<RelationEnd.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new RelationEnd.Column(
                    names.get(i),
                    fields.isEmpty() ? "" : fields.get(i),
                    StoredTypeText.read(Term.parse(types.get(i)))));
        }
        return columns;
    }

    private static List<ColumnField> readStored(Line line, List<RelationEnd.Column> ends, Access access) {
        List<String> names = line.all("column");
        List<ColumnField> stored = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            RelationEnd.Column end = ends.get(i);
            ColumnField column = RelationField.storedColumn(
                    names.size() == 1 ? line.get("name") : line.get("name") + "." + end.field(),
                    end.type().java(),
                    end.type(),
                    names.get(i),
                    line.is("nullable"),
                    access,
                    line.get("default"),
                    Place.NOWHERE);
            stored.add(line.is("inherited") ? column.inheritedAs("") : column);
        }
        return stored;
    }

    private static Access readAccess(Line line) {
        String name = line.get("name").substring(line.get("name").lastIndexOf('.') + 1);
        if (line.is("hidden")) {
            return new Access.None(false, false);
        }
        if (line.is("component")) {
            return new Access.Component(name);
        }
        return line.get("get").isEmpty()
                ? new Access.Field(name, false)
                : new Access.Methods(line.get("get"), line.get("set"));
    }

    private static IndexDef readIndex(Line line) {
        return new IndexDef(
                line.get("name"),
                readNamed(line.all("field")),
                expressions(line.all("expression")),
                optional(line.get("where")),
                readNamed(line.all("include")),
                line.get("method"),
                Place.NOWHERE,
                Place.NOWHERE);
    }

    private static UniqueDef readUnique(Line line) {
        return new UniqueDef(
                line.get("name"),
                readNamed(line.all("field")),
                expressions(line.all("expression")),
                optional(line.get("where")),
                line.is("nullsDistinct"),
                line.get("deferrable"),
                Place.NOWHERE);
    }

    private static ExcludeDef readExclude(Line line) {
        return new ExcludeDef(
                line.get("name"),
                line.all("element").stream()
                        .map(written -> new ExcludeDef.Element(written, expression(""), "", Place.NOWHERE))
                        .toList(),
                line.get("method"),
                optional(line.get("where")),
                line.get("deferrable"),
                Place.NOWHERE);
    }

    private static List<Named> readNamed(List<String> names) {
        return names.stream()
                .map(name -> name.startsWith("-")
                        ? new Named(name.substring(1), true, Place.NOWHERE)
                        : new Named(name, false, Place.NOWHERE))
                .toList();
    }

    private static List<ExpressionDef> expressions(List<String> texts) {
        return texts.stream().map(DefText::expression).toList();
    }

    private static Optional<ExpressionDef> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(expression(text));
    }

    private static ExpressionDef expression(String text) {
        return new ExpressionDef(text, "", List.of(), Place.NOWHERE);
    }
}
