package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.RelationEnd;
import dev.plectrum.processor.model.RelationField;
import java.util.List;
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
        return model.relations().isEmpty();
    }

    /** Our column that the rows of a relation to many point to. */
    ColumnField owner(RelationField relation) {
        return model.column(end(relation).from()).orElseThrow();
    }

    private static RelationEnd end(RelationField relation) {
        return relation.end().orElseThrow();
    }

    private static ColumnField stored(RelationField relation) {
        return relation.stored().orElseThrow();
    }

    private static boolean isRef(RelationField relation) {
        return Poet.className(relation.java()).equals(RuntimeTypes.REF);
    }

    /** {@code batch.many(TAGS, product.id)}. */
    CodeBlock many(RelationField relation, CodeBlock key) {
        return CodeBlock.of("batch.many($L, $L)", constants.of(relation), key);
    }

    /** {@code batch.many(TAGS, product.id)}, with the key that the model has. */
    CodeBlock many(RelationField relation) {
        return many(relation, AccessCode.read(instance, owner(relation).access()));
    }

    /** {@code batch.refTo(TO_CATEGORY, row.getLong(at + 3))}. */
    CodeBlock one(RelationField relation, CodeBlock key) {
        String method = (isRef(relation) ? "ref" : "keyRef") + (relation.nullable() ? "" : "To");
        return CodeBlock.of("batch.$L($L, $L)", method, constants.of(relation), key);
    }

    /** {@code product.category == null ? null : product.category.id()}. */
    CodeBlock key(RelationField relation, CodeBlock value) {
        return CodeBlock.of("$L == null ? null : $L$L.id()", value, narrowed(relation), value);
    }

    /** {@code Ref.id()} is a long, whatever the column is. */
    private static String narrowed(RelationField relation) {
        String key = stored(relation).java().unboxed().className();
        return !isRef(relation) || key.equals("long") ? "" : "(" + key + ") ";
    }

    /** The constants of all relations. */
    List<FieldSpec> constants() {
        return model.relations().stream().map(this::constant).toList();
    }

    // static final Relation TO_CATEGORY = Relation.toOne("category", () -> CategoryMapping.INSTANCE, CATEGORY, "id",
    // false);
    private FieldSpec constant(RelationField relation) {
        RelationEnd end = end(relation);
        CodeBlock target = CodeBlock.of(
                "() -> $T.INSTANCE", Poet.generated(end.model(), end.model().mapping()));
        String column = Identifier.quoted(end.column());
        if (end.join().isPresent()) {
            return constant(RuntimeTypes.JOIN_TABLE, relation, joinTable(relation, end, target, column));
        }
        return constant(
                RuntimeTypes.RELATION,
                relation,
                relation.isMany()
                        ? CodeBlock.of(
                                "$T.toMany($S, $L, $L, $S)",
                                RuntimeTypes.RELATION,
                                relation.name(),
                                target,
                                constants.of(owner(relation)),
                                column)
                        : CodeBlock.of(
                                "$T.toOne($S, $L, $L, $S, $L)",
                                RuntimeTypes.RELATION,
                                relation.name(),
                                target,
                                constants.of(stored(relation)),
                                column,
                                relation.nullable()));
    }

    private CodeBlock joinTable(RelationField relation, RelationEnd end, CodeBlock target, String column) {
        RelationEnd.Join join = end.join().orElseThrow();
        return CodeBlock.of(
                "$T.of($S, $S, $L, $S, $S, $L, $S, $L)",
                RuntimeTypes.JOIN_TABLE,
                relation.name(),
                Statements.name(join.schema(), join.table()),
                constants.of(owner(relation)),
                join.near(),
                join.far(),
                target,
                column,
                TypeCode.of(end.type()));
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
        if (!toOne.isEmpty()) {
            type.addMethod(reference(toOne)).addMethod(foreignKeys(toOne));
        }
        List<CodeBlock> joins = model.relations().stream()
                .filter(relation ->
                        end(relation).join().filter(RelationEnd.Join::owned).isPresent())
                .map(relation -> CodeBlock.of("$L", constants.of(relation)))
                .toList();
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
        for (RelationField relation : toOne) {
            method.beginControlFlow("if (relation == $L)", constants.of(relation))
                    .addStatement("return $L", AccessCode.read(instance, relation.access()))
                    .endControlFlow();
        }
        return method.addStatement("return null").build();
    }

    // return List.of(new ForeignKeyDef(CATEGORY, TO_CATEGORY, OnDelete.PROTECT));
    private MethodSpec foreignKeys(List<RelationField> toOne) {
        List<CodeBlock> keys = toOne.stream()
                .map(relation -> CodeBlock.of(
                        "new $T($L, $L, $T.$L)",
                        RuntimeTypes.FOREIGN_KEY_DEF,
                        constants.of(stored(relation)),
                        constants.of(relation),
                        RuntimeTypes.ON_DELETE,
                        relation.options().onDelete()))
                .toList();
        return overriding("foreignKeys", listOf(RuntimeTypes.FOREIGN_KEY_DEF))
                .addStatement("return $T.of($L)", List.class, Poet.lines(keys))
                .build();
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
