package dev.plectrum.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Family;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.Scalar;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code ProductFields}: the columns as lambdas see them. It carries the Def. */
public final class FieldsEmitter {
    private final ModelDef model;
    private final Style style;
    private final ColumnConstants constants;
    private final ClassName mapping;
    private final ClassName self;

    private FieldsEmitter(ModelDef model, Style style) {
        this.model = model;
        this.style = style;
        this.constants = new ColumnConstants(model);
        this.mapping = Poet.generated(model.name(), model.name().mapping());
        this.self = Poet.generated(model.name(), model.name().fields());
    }

    /** The file. */
    public static JavaFile emit(ModelDef model, Style style) {
        return new FieldsEmitter(model, style).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc("The fields of {@link $T} in a query.\n", Poet.model(model.name()))
                .addAnnotation(carrier(model, style))
                .addModifiers(Poet.modifiers(model))
                .superclass(ParameterizedTypeName.get(RuntimeTypes.FIELDS, self));
        addFields(type, model.fields(), CodeBlock.of("this"));
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(RuntimeTypes.PATH, "path")
                .addStatement("super(path)")
                .build());
        model.relations().forEach(relation -> type.addMethod(follow(relation)));
        return Poet.file(model.name(), type, style);
    }

    // @GeneratedModel(
    //     version = "0.1.0",
    //     definition = {
    //         "model class=Product …",
    static AnnotationSpec carrier(ModelDef model, Style style) {
        List<CodeBlock> lines = DefText.write(model).stream()
                .map(line -> CodeBlock.of("$S", line))
                .toList();
        return AnnotationSpec.builder(RuntimeTypes.GENERATED_MODEL)
                .addMember("version", "$S", style.version())
                .addMember("definition", Poet.annotationLines(lines))
                .build();
    }

    private void addFields(TypeSpec.Builder type, List<Field> fields, CodeBlock owner) {
        List<TypeSpec> nested = new ArrayList<>();
        for (Field field : fields) {
            if (field instanceof ColumnField column) {
                type.addField(column(column, owner));
            } else if (field instanceof RelationField relation) {
                if (relation.isComposite()) {
                    type.addField(compositeReference(relation));
                } else {
                    relation.stored().forEach(column -> type.addField(reference(relation, column)));
                }
            } else if (field instanceof EmbeddedField embedded) {
                TypeSpec parts = embedded(embedded);
                nested.add(parts);
                type.addField(FieldSpec.builder(
                                ClassName.get("", parts.name()), embedded.simpleName(), Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                "The columns of {@link $T}$L\n",
                                Poet.type(embedded.type()),
                                mayBeMissing(embedded.nullable()))
                        .initializer("new $L()", parts.name())
                        .build());
            }
        }
        nested.forEach(type::addType);
    }

    // public final RefColumn<Category, Long> category =
    //         new RefColumn<>(this, ProductMapping.CATEGORY, ProductMapping.TO_CATEGORY);
    private FieldSpec reference(RelationField relation, ColumnField column) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.REF_COLUMN,
                                Poet.model(relation.end().orElseThrow().model()),
                                Poet.type(column.type().java())),
                        relation.name(),
                        Modifier.PUBLIC,
                        Modifier.FINAL)
                .addJavadoc("{@code $L}$L\n", declaration(column), mayBeMissing(column.optional()))
                .initializer(
                        "new $T<>(this, $T.$L, $T.$L)",
                        RuntimeTypes.REF_COLUMN,
                        mapping,
                        constants.of(column),
                        mapping,
                        constants.of(relation))
                .build();
    }

    // public final KeyRefColumns<Line, LineKey> line = new KeyRefColumns<>(this, ProductMapping.TO_LINE);
    private FieldSpec compositeReference(RelationField relation) {
        String columns =
                relation.stored().stream().map(FieldsEmitter::declaration).collect(Collectors.joining(", "));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.KEY_REF_COLUMNS,
                                Poet.model(relation.end().orElseThrow().model()),
                                Poet.type(relation.java().arguments().get(1))),
                        relation.name(),
                        Modifier.PUBLIC,
                        Modifier.FINAL)
                .addJavadoc("{@code $L}$L\n", columns, mayBeMissing(relation.nullable()))
                .initializer("new $T<>(this, $T.$L)", RuntimeTypes.KEY_REF_COLUMNS, mapping, constants.of(relation))
                .build();
    }

    // public CategoryFields category() {
    //     return follow(ProductMapping.TO_CATEGORY);
    // }
    private MethodSpec follow(RelationField relation) {
        ModelName target = relation.end().orElseThrow().model();
        return MethodSpec.methodBuilder(relation.name())
                .addJavadoc(
                        relation.isMany()
                                ? "The $L of this row.\n"
                                : relation.isBack()
                                        ? "The $L that points to this row, if any.\n"
                                        : relation.nullable()
                                                ? "The $L that this row points to, if any.\n"
                                                : "The $L that this row points to.\n",
                        relation.isMany() ? Words.plural(target.simple()) : Words.sentence(target.simple()))
                .addModifiers(Modifier.PUBLIC)
                .returns(Poet.generated(target, target.fields()))
                .addStatement("return follow($T.$L)", mapping, constants.of(relation))
                .build();
    }

    private static String mayBeMissing(boolean nullable) {
        return nullable ? ", may be missing" : "";
    }

    // public final NumberColumn<BigDecimal> price = new NumberColumn<>(this, ProductMapping.PRICE);
    private FieldSpec column(ColumnField column, CodeBlock owner) {
        TypeName type = columnType(column);
        CodeBlock.Builder made = CodeBlock.builder()
                .add("new $T", type instanceof ParameterizedTypeName generic ? generic.rawType() : type)
                .add(type instanceof ParameterizedTypeName ? "<>(" : "(")
                .add("$L, $T.$L", owner, mapping, constants.of(column));
        element(column.type()).ifPresent(element -> made.add(", $L", element));
        return FieldSpec.builder(type, column.simpleName(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("{@code $L}$L$L\n", declaration(column), mayBeMissing(column.optional()), generated(column))
                .initializer(made.add(")").build())
                .build();
    }

    private static String generated(ColumnField column) {
        if (!column.isGenerated()) {
            return "";
        }
        return column.isVirtual() ? ", computed when read" : ", generated";
    }

    /** {@code price numeric(10,2)}. */
    static String declaration(ColumnField column) {
        return column.column() + " " + column.type().ddl();
    }

    private static TypeName columnType(ColumnField column) {
        Family family = column.type().family();
        ClassName raw = RuntimeTypes.query(family.column());
        TypeName java = Poet.type(column.type().java());
        if (!family.generic()) {
            return raw;
        }
        return switch (family) {
            case RANGE ->
                ParameterizedTypeName.get(
                        raw, Poet.type(column.type().java().arguments().get(0)));
            case ARRAY ->
                ParameterizedTypeName.get(
                        raw, java, Poet.type(elementOf(column.type()).java()));
            default -> ParameterizedTypeName.get(raw, java);
        };
    }

    private static Optional<CodeBlock> element(StoredType type) {
        return switch (type.family()) {
            case RANGE, ARRAY -> Optional.of(TypeCode.of(elementOf(type)));
            default -> Optional.empty();
        };
    }

    private static StoredType elementOf(StoredType type) {
        if (type instanceof StoredType.ListOf list) {
            return list.element();
        }
        Scalar scalar = (Scalar) type;
        return scalar.rangeElement().or(scalar::arrayElement).orElseThrow();
    }

    // public final class AddressFields {
    //     public final TextColumn city = new TextColumn(ProductFields.this, ProductMapping.ADDRESS_CITY);
    private TypeSpec embedded(EmbeddedField embedded) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Words.capital(embedded.simpleName()) + "Fields")
                .addJavadoc("The columns of {@code $L}.\n", embedded.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        addFields(type, embedded.parts(), CodeBlock.of("$T.this", self));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        return type.build();
    }
}
