package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.KindField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code ProductDraft}: a row that is being written down. */
public final class DraftEmitter {
    private final ModelDef model;
    private final Style style;
    private final ColumnConstants constants;
    private final ClassName java;
    private final ClassName self;
    private final ClassName mapping;
    private final String variable;

    private DraftEmitter(ModelDef model, Style style) {
        this.model = model;
        this.style = style;
        this.constants = new ColumnConstants(model);
        this.java = Poet.model(model.name());
        this.self = Poet.generated(model.name(), model.name().draft());
        this.mapping = Poet.generated(model.name(), model.name().mapping());
        this.variable = model.name().variable();
    }

    /** The file. */
    public static JavaFile emit(ModelDef model, Style style) {
        return new DraftEmitter(model, style).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(
                        model.shape().record()
                                ? "A {@link $T} being written down. What is not set takes the database's default.\n"
                                : "A {@link $T} being written down. What is not set takes the class's initialiser or the database's default.\n",
                        java)
                .addModifiers(Poet.modifiers(model))
                .superclass(ParameterizedTypeName.get(RuntimeTypes.DRAFT, java));
        if (model.shape().record()) {
            components(type);
        } else {
            instance(type);
        }
        for (Field field : model.fields()) {
            if (isDraftable(field)) {
                if (field instanceof RelationField relation && !relation.isComposite()) {
                    type.addMethod(rowSetter(relation));
                }
                if (field instanceof AnyField any) {
                    type.addMethod(rowSetter(any));
                }
                type.addMethod(setter(field));
            }
        }
        type.addMethod(model.shape().record() ? construct() : finish());
        return Poet.file(model.name(), type, style);
    }

    private static boolean isDraftable(Field field) {
        return !(field instanceof KindField)
                && field.columns().findAny().isPresent()
                && field.columns().allMatch(ColumnField::isDraftable);
    }

    // private final Product product;
    private void instance(TypeSpec.Builder type) {
        type.addField(java, variable, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(java, variable)
                        .addStatement("this.$L = $L", variable, variable)
                        .build());
    }

    // private @Nullable Long id;
    // private @Nullable String name;
    private void components(TypeSpec.Builder type) {
        MethodSpec.Builder copy = MethodSpec.constructorBuilder().addParameter(java, variable);
        for (Field field : model.fields()) {
            type.addField(FieldSpec.builder(componentType(field), field.name(), Modifier.PRIVATE)
                    .build());
            copy.addStatement("$L = $L", field.name(), AccessCode.read(CodeBlock.of("$L", variable), field.access()));
        }
        type.addMethod(MethodSpec.constructorBuilder().build());
        type.addMethod(copy.build());
    }

    private static TypeName componentType(Field field) {
        TypeName type = fieldType(field);
        return type.isPrimitive() ? type : Poet.nullable(type);
    }

    private static TypeName fieldType(Field field) {
        if (field instanceof RelationField relation) {
            return Poet.type(relation.java());
        }
        if (field instanceof AnyField any) {
            return Poet.type(any.java());
        }
        return Poet.type(field instanceof ColumnField column ? column.java() : ((EmbeddedField) field).type());
    }

    private static boolean isNullable(Field field) {
        if (field instanceof RelationField relation) {
            return relation.nullable() || RelationCode.isHandle(relation);
        }
        if (field instanceof AnyField any) {
            return any.nullable();
        }
        return field instanceof ColumnField column ? column.nullable() : ((EmbeddedField) field).nullable();
    }

    // public ProductDraft name(String name) {
    //     product.name = name;
    //     mark(ProductMapping.NAME);
    //     return this;
    // }
    private MethodSpec setter(Field field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc("Sets $L.\n", described(field))
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(parameterType(field), field.name());
        CodeBlock value = CodeBlock.of("$L", field.name());
        if (model.shape().record()) {
            method.addStatement("this.$L = $L", field.name(), value);
        } else if (field.name().equals(variable)) {
            // The parameter hides the model.
            method.addStatement(AccessCode.write("this." + variable, field.access(), value));
        } else {
            method.addStatement(AccessCode.write(variable, field.access(), value));
        }
        field.columns().forEach(column -> method.addStatement("mark($T.$L)", mapping, constants.of(column)));
        return method.addStatement("return this").build();
    }

    // public ProductDraft category(Category category) {
    //     return category(Ref.of(CategoryMapping.INSTANCE, category));
    // }
    private MethodSpec rowSetter(RelationField relation) {
        ModelName target = relation.end().orElseThrow().model();
        return MethodSpec.methodBuilder(relation.name())
                .addJavadoc(
                        "Sets {@code $L} to the key of a row that was created before.\n",
                        FieldsEmitter.declaration(relation.stored().get(0)))
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(Poet.model(target), relation.name())
                .addStatement("return $L($L)", relation.name(), reference(relation, target))
                .build();
    }

    // public NoteDraft target(Object target) {
    //     return target(AnyRef.of(NoteMapping.TO_TARGET, target));
    // }
    private MethodSpec rowSetter(AnyField any) {
        return MethodSpec.methodBuilder(any.name())
                .addJavadoc("Sets $L to a row that was created before, of one of its models.\n", described(any))
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(Poet.type(any.java().arguments().get(0)), any.name())
                .addStatement(
                        "return $L($T.of($T.$L, $L))",
                        any.name(),
                        RuntimeTypes.ANY_REF,
                        mapping,
                        constants.of(any),
                        any.name())
                .build();
    }

    // Ref.of(CategoryMapping.INSTANCE, category)
    // KeyRef.along(ProductMapping.TO_CATEGORY, category)
    private CodeBlock reference(RelationField relation, ModelName target) {
        return relation.options().to().isEmpty()
                ? CodeBlock.of(
                        "$T.of($T.INSTANCE, $L)",
                        Poet.className(relation.java()),
                        Poet.generated(target, target.mapping()),
                        relation.name())
                : CodeBlock.of(
                        "$T.along($T.$L, $L)",
                        Poet.className(relation.java()),
                        mapping,
                        constants.of(relation),
                        relation.name());
    }

    /** Null is no value for a field that is not {@code @Nullable}, so a primitive says it better. */
    private static TypeName parameterType(Field field) {
        if (isNullable(field)) {
            return Poet.nullable(fieldType(field));
        }
        return field instanceof ColumnField column ? Poet.type(column.java().unboxed()) : fieldType(field);
    }

    private static String described(Field field) {
        if (field instanceof ColumnField column) {
            String code = "{@code " + FieldsEmitter.declaration(column) + "}";
            return switch (column.role()) {
                case IDENTITY -> code + ", which the database numbers otherwise";
                case UUID_V7 -> code + ", which is made as version 7 otherwise";
                default ->
                    column.nullable()
                            ? code + ", which may be missing"
                            : column.isDefaulted() ? code + ", which has a default" : code;
            };
        }
        if (field instanceof RelationField relation) {
            return relation.stored().stream()
                            .map(column -> "{@code " + FieldsEmitter.declaration(column) + "}")
                            .collect(Collectors.joining(", "))
                    + (relation.nullable() ? ", which may be missing" : "");
        }
        List<String> columns = new ArrayList<>();
        field.columns().forEach(column -> columns.add("{@code " + column.column() + "}"));
        return String.join(", ", columns) + (isNullable(field) ? ", which may be missing" : "");
    }

    private MethodSpec finish() {
        return overriding("finish").addStatement("return $L", variable).build();
    }

    // return new Tag(
    //     id,
    //     given(name, TagMapping.NAME));
    private MethodSpec construct() {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Field field : model.fields()) {
            arguments.add(
                    mustBeGiven(field)
                            ? CodeBlock.of("given($L, $S)", field.name(), field.name())
                            : CodeBlock.of("$L", field.name()));
        }
        return overriding("finish")
                .addStatement("return new $T($L)", java, Poet.lines(arguments))
                .build();
    }

    /** Whether nobody but the user can supply the component. */
    private static boolean mustBeGiven(Field field) {
        if (isNullable(field)) {
            return false;
        }
        return !(field instanceof ColumnField column)
                || (!column.isPrimitive()
                        && column.isDraftable()
                        && !column.isDefaulted()
                        && (!column.isKey() || column.role() == ColumnField.Role.ASSIGNED));
    }

    private MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(java);
    }
}
