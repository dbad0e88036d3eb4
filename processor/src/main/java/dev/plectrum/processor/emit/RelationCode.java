package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.KindField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationEnd;
import dev.plectrum.processor.model.RelationField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what a mapping says of its model's relations. */
final class RelationCode {
    private final ModelDef model;
    private final ColumnConstants constants;
    private final CodeBlock instance;

    RelationCode(ModelDef model, ColumnConstants constants) {
        this.model = model;
        this.constants = constants;
        this.instance = CodeBlock.of("$L", model.name().variable());
    }

    boolean isEmpty() {
        return model.relations().isEmpty() && model.anys().isEmpty();
    }

    /** Whether some relation holds nothing but the model's own key. */
    boolean hasHandles() {
        return model.relations().stream().anyMatch(RelationCode::isHandle);
    }

    /** Whether the model has no column for it, so that it is found by the model's own key. */
    static boolean isHandle(RelationField relation) {
        return !relation.kind().isStored();
    }

    /** Our columns that the rows of the other side point to. */
    List<ColumnField> owners(RelationField relation) {
        return end(relation).from().stream()
                .map(field -> model.column(field).orElseThrow())
                .toList();
    }

    private static RelationEnd end(RelationField relation) {
        return relation.end().orElseThrow();
    }

    private static boolean isRef(RelationField relation) {
        return Poet.className(relation.java()).equals(RuntimeTypes.REF);
    }

    /** {@code batch.many(TAGS, row.getLong(at))}, from whatever the columns of our key are read. */
    CodeBlock handle(RelationField relation, Function<ColumnField, CodeBlock> column) {
        return CodeBlock.of("$L)", call(relation, column));
    }

    /** {@code batch.many(TAGS, product.id, product.tags)}: what is loaded already stays. */
    CodeBlock handleAgain(RelationField relation, Function<ColumnField, CodeBlock> column) {
        return CodeBlock.of("$L, $L)", call(relation, column), AccessCode.read(instance, relation.access()));
    }

    private CodeBlock call(RelationField relation, Function<ColumnField, CodeBlock> column) {
        List<CodeBlock> parts = owners(relation).stream().map(column).toList();
        CodeBlock key =
                parts.size() == 1 ? parts.get(0) : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(parts, ", "));
        String method = relation.isMany() ? "many" : isRef(relation) ? "refBack" : "keyRefBack";
        return CodeBlock.of("batch.$L($L, $L", method, constants.of(relation), key);
    }

    /** What the model has for one of its columns. */
    CodeBlock own(ColumnField column) {
        return AccessCode.read(instance, column.access());
    }

    // batch.refTo(TO_CATEGORY, row.getLong(at + 3))
    // row.getValue(at + 3) == null ? null : batch.keyRefTo(TO_LINE, new LineKey(row.getLong(at + 3), row.getInteger(at
    // + 4)))
    /** The reference that is read from a row. */
    CodeBlock one(
            RelationField relation, Function<ColumnField, CodeBlock> read, Function<ColumnField, CodeBlock> position) {
        List<CodeBlock> parts = relation.stored().stream().map(read).toList();
        if (!relation.isComposite()) {
            String method = (isRef(relation) ? "ref" : "keyRef") + (relation.nullable() ? "" : "To");
            return CodeBlock.of("batch.$L($L, $L)", method, constants.of(relation), parts.get(0));
        }
        CodeBlock made = CodeBlock.of(
                "batch.keyRefTo($L, new $T($L))",
                constants.of(relation),
                keyRecord(relation),
                CodeBlock.join(parts, ", "));
        return relation.nullable()
                ? CodeBlock.of(
                        "row.getValue($L) == null ? null : $L",
                        position.apply(relation.stored().get(0)),
                        made)
                : made;
    }

    private static TypeName keyRecord(RelationField relation) {
        return Poet.type(relation.java().arguments().get(1));
    }

    // product.category == null ? null : product.category.id()
    // product.line == null ? null : product.line.id().number()
    /** What a column holds of a reference. */
    CodeBlock key(RelationField relation, ColumnField column, CodeBlock value) {
        return relation.isComposite()
                ? CodeBlock.of("$L == null ? null : $L.id().$L()", value, value, column.simpleName())
                : CodeBlock.of("$L == null ? null : $L$L.id()", value, narrowed(relation, column), value);
    }

    /** {@code Ref.id()} is a long, whatever the column is. */
    private static String narrowed(RelationField relation, ColumnField column) {
        String key = column.java().unboxed().className();
        return !isRef(relation) || key.equals("long") ? "" : "(" + key + ") ";
    }

    /** The constants of all relations. */
    List<FieldSpec> constants() {
        List<FieldSpec> all = new ArrayList<>();
        model.parent().ifPresent(parent -> all.add(parent(parent)));
        model.relations().forEach(relation -> all.add(constant(relation)));
        model.anys().forEach(any -> all.add(constant(any)));
        return all;
    }

    // static final AnyRelation TO_TARGET = AnyRelation.of("target", TARGET_KIND, TARGET_ID)
    //         .to("post", Post.class, () -> PostMapping.INSTANCE, "id");
    private FieldSpec constant(AnyField any) {
        CodeBlock.Builder made = CodeBlock.builder();
        if (model.shared().contains(any)) {
            ModelName base = model.kind().orElseThrow().base();
            made.add("$T.$L", Poet.generated(base, base.mapping()), constants.of(any));
        } else {
            made.add(
                    "$T.of($S, $L, $L)$>$>",
                    RuntimeTypes.ANY_RELATION,
                    any.simpleName(),
                    constants.of(any.kind()),
                    constants.of(any.id()));
            any.targets()
                    .forEach(target -> made.add(
                            "\n.to($S, $T.class, () -> $T.INSTANCE, $S)",
                            target.value(),
                            Poet.model(target.model()),
                            Poet.generated(target.model(), target.model().mapping()),
                            Identifier.quoted(target.key())));
            made.add("$<$<");
        }
        return FieldSpec.builder(RuntimeTypes.ANY_RELATION, constants.of(any), Modifier.STATIC, Modifier.FINAL)
                .initializer(made.build())
                .build();
    }

    // batch.anyRefTo(TO_TARGET, row.getString(at + 2), row.getLong(at + 3))
    /** The reference to a row of one of several models that is read from a row. */
    CodeBlock any(AnyField any, Function<ColumnField, CodeBlock> read) {
        return CodeBlock.of(
                "batch.$L($L, $L, $L)",
                any.nullable() ? "anyRef" : "anyRefTo",
                constants.of(any),
                read.apply(any.kind()),
                read.apply(any.id()));
    }

    // static final Relation SUPER = Relation.toOne("super", () -> PlaceMapping.INSTANCE, ID, "id", false);
    private FieldSpec parent(ModelDef.Parent parent) {
        ColumnField key = model.key().get(0);
        return FieldSpec.builder(RuntimeTypes.RELATION, "SUPER", Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.toOne($S, () -> $T.INSTANCE, $L, $S, false)",
                        RuntimeTypes.RELATION,
                        "super",
                        Poet.generated(parent.name(), parent.name().mapping()),
                        constants.of(key),
                        Identifier.quoted(parent.key().get(0)))
                .build();
    }

    // static final Relation TO_CATEGORY = Relation.toOne("category", () -> CategoryMapping.INSTANCE, CATEGORY, "id",
    // false);
    private FieldSpec constant(RelationField relation) {
        if (model.shared().contains(relation)) {
            return shared(relation);
        }
        RelationEnd end = end(relation);
        CodeBlock target = CodeBlock.of(
                "() -> $T.INSTANCE", Poet.generated(end.model(), end.model().mapping()));
        if (end.join().isPresent()) {
            return constant(RuntimeTypes.JOIN_TABLE, relation, joinTable(relation, end, target));
        }
        return constant(RuntimeTypes.RELATION, relation, relation(relation, end, target));
    }

    // static final Relation TO_CATEGORY = PaymentMapping.TO_CATEGORY;
    /** The relation of the sealed model itself: rows that it has read know it as that. */
    private FieldSpec shared(RelationField relation) {
        ModelName base = model.kind().orElseThrow().base();
        boolean pairs = end(relation).join().isPresent();
        return constant(
                pairs ? RuntimeTypes.JOIN_TABLE : RuntimeTypes.RELATION,
                relation,
                CodeBlock.of("$T.$L", Poet.generated(base, base.mapping()), constants.of(relation)));
    }

    private CodeBlock relation(RelationField relation, RelationEnd end, CodeBlock target) {
        List<ColumnField> from = relation.kind().isStored() ? relation.stored() : owners(relation);
        String method = relation.isMany() ? "toMany" : relation.isBack() ? "back" : "toOne";
        CodeBlock.Builder made = CodeBlock.builder()
                .add("$T.$L($S, $L, ", RuntimeTypes.RELATION, method, relation.name(), target)
                .add("$L, ", oneOrList(from.stream().map(column -> CodeBlock.of("$L", constants.of(column)))))
                .add(
                        "$L",
                        oneOrList(end.columns().stream()
                                .map(column -> CodeBlock.of("$S", Identifier.quoted(column.name())))));
        if (relation.kind().isStored()) {
            // Rows of other models in the same table do not have it.
            made.add(", $L", relation.nullable() || model.kind().isPresent());
        }
        end.among().ifPresent(among -> made.add(")")
                .add(
                        ".toThose(new $T($T.of(0, $S, $S, $T.TEXT), $S)",
                        RuntimeTypes.KIND,
                        RuntimeTypes.COLUMN_DEF,
                        among.column(),
                        among.column(),
                        RuntimeTypes.TYPES,
                        among.value()));
        if (relation.isComposite()) {
            CodeBlock parts = end.columns().stream()
                    .map(column -> CodeBlock.of("key.$L()", column.field()))
                    .collect(CodeBlock.joining(", "));
            made.add(", ($T key) -> $T.of($L)", keyRecord(relation), List.class, parts);
        }
        return made.add(")").build();
    }

    private static CodeBlock oneOrList(Stream<CodeBlock> codes) {
        List<CodeBlock> all = codes.toList();
        return all.size() == 1 ? all.get(0) : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(all, ", "));
    }

    private CodeBlock joinTable(RelationField relation, RelationEnd end, CodeBlock target) {
        RelationEnd.Join join = end.join().orElseThrow();
        CodeBlock common = CodeBlock.of(
                "$S, $S, $L, $S, $S, $L",
                relation.name(),
                Statements.name(join.schema(), join.table()),
                constants.of(owners(relation).get(0)),
                join.near(),
                join.far(),
                target);
        if (relation.isSymmetrical(model.name())) {
            return CodeBlock.of("$T.symmetrical($L)", RuntimeTypes.JOIN_TABLE, common);
        }
        return CodeBlock.of(
                "$T.of($L, $S, $L)",
                RuntimeTypes.JOIN_TABLE,
                common,
                Identifier.quoted(end.column().name()),
                TypeCode.of(end.column().type()));
    }

    private FieldSpec constant(ClassName type, RelationField relation, CodeBlock value) {
        return FieldSpec.builder(type, constants.of(relation), Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    /** What the mapping answers when it is asked for relations. */
    void addMethods(TypeSpec.Builder type) {
        List<RelationField> toOne = model.relations().stream()
                .filter(relation -> !relation.isMany())
                .toList();
        boolean any = !toOne.isEmpty() || !model.anys().isEmpty();
        if (any && !model.isSealed()) {
            type.addMethod(reference(toOne));
        }
        if (model.kind().isPresent()) {
            // The sealed model says them all: its mapping is that of the table.
            return;
        }
        List<CodeBlock> stored = foreignKeys();
        if (!stored.isEmpty()) {
            type.addMethod(foreignKeys(stored));
        }
        List<CodeBlock> dependents = model.ownRelations().stream()
                .filter(relation -> end(relation).among().isPresent())
                .map(relation -> CodeBlock.of("$L", constants.of(relation)))
                .toList();
        if (!dependents.isEmpty()) {
            type.addMethod(overriding("dependents", listOf(RuntimeTypes.RELATION))
                    .addStatement("return $T.of($L)", List.class, CodeBlock.join(dependents, ", "))
                    .build());
        }
        List<CodeBlock> anys = anyRelations();
        if (!anys.isEmpty()) {
            type.addMethod(overriding("anyRelations", listOf(RuntimeTypes.ANY_RELATION))
                    .addStatement("return $T.of($L)", List.class, CodeBlock.join(anys, ", "))
                    .build());
        }
        List<CodeBlock> joins = joinTables();
        if (!joins.isEmpty()) {
            type.addMethod(overriding("joinTables", listOf(RuntimeTypes.JOIN_TABLE))
                    .addStatement("return $T.of($L)", List.class, CodeBlock.join(joins, ", "))
                    .build());
        }
    }

    // if (relation == TO_CATEGORY) {
    //     return product.category;
    // }
    // return null;
    private MethodSpec reference(List<RelationField> toOne) {
        MethodSpec.Builder method = overriding("reference", Poet.nullable(ClassName.OBJECT))
                .addParameter(Poet.model(model.name()), model.name().variable())
                .addParameter(RuntimeTypes.RELATION, "relation");
        if (toOne.size() == 1 && model.anys().isEmpty()) {
            RelationField only = toOne.get(0);
            return method.addStatement(
                            "return relation == $L ? $L : null",
                            constants.of(only),
                            AccessCode.read(instance, only.access()))
                    .build();
        }
        for (RelationField relation : toOne) {
            method.beginControlFlow("if (relation == $L)", constants.of(relation))
                    .addStatement("return $L", AccessCode.read(instance, relation.access()))
                    .endControlFlow();
        }
        for (AnyField any : model.anys()) {
            CodeBlock value = AccessCode.read(instance, any.access());
            method.beginControlFlow("if ($L != null && $L.along(relation) != null)", value, value)
                    .addStatement("return $L.along(relation)", value)
                    .endControlFlow();
        }
        return method.addStatement("return null").build();
    }

    // return List.of(new ForeignKeyDef(TO_CATEGORY, OnDelete.PROTECT));
    private static MethodSpec foreignKeys(List<CodeBlock> keys) {
        return overriding("foreignKeys", listOf(RuntimeTypes.FOREIGN_KEY_DEF))
                .addStatement("return $T.of($L)", List.class, keys.size() == 1 ? keys.get(0) : Poet.lines(keys))
                .build();
    }

    private List<CodeBlock> foreignKeys() {
        List<CodeBlock> keys = new ArrayList<>();
        if (model.parent().isPresent()) {
            keys.add(CodeBlock.of("new $T(SUPER, $T.CASCADE)", RuntimeTypes.FOREIGN_KEY_DEF, RuntimeTypes.ON_DELETE));
        }
        eachOfTable((relation, constant) -> {
            if (relation.kind().isStored()) {
                CodeBlock set = relation.options().set().isEmpty()
                        ? CodeBlock.of("")
                        : CodeBlock.of(", $S", relation.options().set());
                keys.add(CodeBlock.of(
                        "new $T($L, $T.$L$L)",
                        RuntimeTypes.FOREIGN_KEY_DEF,
                        constant,
                        RuntimeTypes.ON_DELETE,
                        relation.options().onDelete(),
                        set));
            }
        });
        return keys;
    }

    private List<CodeBlock> joinTables() {
        List<CodeBlock> joins = new ArrayList<>();
        eachOfTable((relation, constant) ->
                end(relation).join().filter(RelationEnd.Join::owned).ifPresent(join -> joins.add(constant)));
        return joins;
    }

    private List<CodeBlock> anyRelations() {
        List<CodeBlock> all = new ArrayList<>();
        model.anys().forEach(any -> all.add(CodeBlock.of("$L", constants.of(any))));
        for (KindField kind : model.kinds()) {
            ColumnConstants theirs = new ColumnConstants(kind.model());
            ClassName mapping =
                    Poet.generated(kind.model().name(), kind.model().name().mapping());
            kind.model().anys().stream()
                    .filter(any -> !kind.model().shared().contains(any))
                    .forEach(any -> all.add(CodeBlock.of("$T.$L", mapping, theirs.of(any))));
        }
        return all;
    }

    /** All relations that rows of the table have, with their constants: those of subclasses stand in their own mappings. */
    private void eachOfTable(BiConsumer<RelationField, CodeBlock> each) {
        model.ownRelations().forEach(relation -> each.accept(relation, CodeBlock.of("$L", constants.of(relation))));
        for (KindField kind : model.kinds()) {
            ColumnConstants theirs = new ColumnConstants(kind.model());
            ClassName mapping =
                    Poet.generated(kind.model().name(), kind.model().name().mapping());
            kind.relations()
                    .forEach(relation -> each.accept(relation, CodeBlock.of("$T.$L", mapping, theirs.of(relation))));
        }
    }

    private static TypeName listOf(ClassName element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), element);
    }

    private static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }
}
