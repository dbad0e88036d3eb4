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
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Family;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.KindField;
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
        model.relations()
                .forEach(relation ->
                        type.addMethod(follow(relation, CodeBlock.of("$T.$L", mapping, constants.of(relation)))));
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
            if (field instanceof ColumnField column && column.isDiscriminator()) {
                if (model.isSealed()) {
                    type.addField(discriminator(column));
                }
            } else if (field instanceof AnyField any) {
                TypeSpec columns = any(any);
                nested.add(columns);
                type.addField(FieldSpec.builder(
                                ClassName.get("", columns.name()), any.simpleName(), Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                "{@code $L}, {@code $L}$L\n",
                                declaration(any.kind()),
                                declaration(any.id()),
                                mayBeMissing(any.nullable()))
                        .initializer("new $L()", columns.name())
                        .build());
            } else if (field instanceof ColumnField column) {
                type.addField(column(column, owner));
            } else if (field instanceof KindField kind && !kind.parts().isEmpty()) {
                TypeSpec own = kind(kind);
                nested.add(own);
                type.addField(
                        FieldSpec.builder(ClassName.get("", own.name()), kind.name(), Modifier.PUBLIC, Modifier.FINAL)
                                .addJavadoc(
                                        "What only a {@link $T} has.\n",
                                        Poet.model(kind.model().name()))
                                .initializer("new $L()", own.name())
                                .build());
            } else if (field instanceof RelationField relation) {
                CodeBlock constant = CodeBlock.of("$T.$L", mapping, constants.of(relation));
                addReference(type, relation, constant, owner);
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

    // public final class TargetReference extends AnyRefColumns<Object> {
    //     public PostFields post() {
    //         return follow(NoteMapping.TO_TARGET.along("post"));
    //     }
    private TypeSpec any(AnyField any) {
        CodeBlock constant = CodeBlock.of("$T.$L", mapping, constants.of(any));
        TypeSpec.Builder type = TypeSpec.classBuilder(Words.capital(any.simpleName()) + "Reference")
                .addJavadoc("A reference to one of several models, each of which can be followed.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.ANY_REF_COLUMNS,
                        Poet.type(any.java().arguments().get(0))))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($T.this, $L)", self, constant)
                        .build());
        for (AnyField.Target target : any.targets()) {
            type.addMethod(MethodSpec.methodBuilder(target.name())
                    .addJavadoc(
                            "The $L that this row refers to, if it is one.\n",
                            Words.sentence(target.model().simple()))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(Poet.generated(target.model(), target.model().fields()))
                    .addStatement("return follow($L.along($S))", constant, target.value())
                    .build());
        }
        return type.build();
    }

    private void addReference(TypeSpec.Builder type, RelationField relation, CodeBlock constant, CodeBlock owner) {
        if (relation.isComposite()) {
            type.addField(compositeReference(relation, constant, owner));
        } else {
            relation.stored().forEach(column -> type.addField(reference(relation, column, constant, owner)));
        }
    }

    // public final TextExpression kind = new TextColumn(this, PaymentMapping.KIND);
    /** It is no column that could be set: a row stays what it is. */
    private FieldSpec discriminator(ColumnField column) {
        String kinds =
                model.kinds().stream().map(KindField::value).collect(Collectors.joining("}, {@code ", "{@code ", "}"));
        return FieldSpec.builder(RuntimeTypes.TEXT_EXPRESSION, column.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("{@code $L}: $L\n", declaration(column), kinds)
                .initializer("new $T(this, $T.$L)", RuntimeTypes.query("TextColumn"), mapping, constants.of(column))
                .build();
    }

    // public final class CardPaymentKind {
    //     public final TextColumn number = new TextColumn(PaymentFields.this, PaymentMapping.CARD_PAYMENT_NUMBER);
    private TypeSpec kind(KindField kind) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Words.capital(kind.name()) + "Kind")
                .addJavadoc(
                        "What only a {@link $T} has; all of it is missing in other rows.\n",
                        Poet.model(kind.model().name()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        CodeBlock owner = CodeBlock.of("$T.this", self);
        addFields(
                type,
                kind.parts().stream()
                        .filter(part -> !(part instanceof RelationField))
                        .toList(),
                owner);
        ColumnConstants theirs = new ColumnConstants(kind.model());
        ClassName own = Poet.generated(kind.model().name(), kind.model().name().mapping());
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        List<RelationField> relations = kind.relations();
        for (Field part : kind.parts()) {
            if (part instanceof RelationField moved) {
                RelationField relation = relations.stream()
                        .filter(found -> found.name().equals(moved.simpleName()))
                        .findFirst()
                        .orElseThrow();
                CodeBlock constant = CodeBlock.of("$T.$L", own, theirs.of(relation));
                addReference(type, moved, constant, owner);
                type.addMethod(follow(relation, constant));
            }
        }
        return type.build();
    }

    // public final RefColumn<Category, Long> category =
    //         new RefColumn<>(this, ProductMapping.CATEGORY, ProductMapping.TO_CATEGORY);
    private FieldSpec reference(RelationField relation, ColumnField column, CodeBlock constant, CodeBlock owner) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.REF_COLUMN,
                                Poet.model(relation.end().orElseThrow().model()),
                                Poet.type(column.type().java())),
                        relation.simpleName(),
                        Modifier.PUBLIC,
                        Modifier.FINAL)
                .addJavadoc("{@code $L}$L\n", declaration(column), mayBeMissing(column.optional()))
                .initializer(
                        "new $T<>($L, $T.$L, $L)",
                        RuntimeTypes.REF_COLUMN,
                        owner,
                        mapping,
                        constants.of(column),
                        constant)
                .build();
    }

    // public final KeyRefColumns<Line, LineKey> line = new KeyRefColumns<>(this, ProductMapping.TO_LINE);
    private FieldSpec compositeReference(RelationField relation, CodeBlock constant, CodeBlock owner) {
        String columns =
                relation.stored().stream().map(FieldsEmitter::declaration).collect(Collectors.joining(", "));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.KEY_REF_COLUMNS,
                                Poet.model(relation.end().orElseThrow().model()),
                                Poet.type(relation.java().arguments().get(1))),
                        relation.simpleName(),
                        Modifier.PUBLIC,
                        Modifier.FINAL)
                .addJavadoc("{@code $L}$L\n", columns, mayBeMissing(relation.nullable()))
                .initializer("new $T<>($L, $L)", RuntimeTypes.KEY_REF_COLUMNS, owner, constant)
                .build();
    }

    // public CategoryFields category() {
    //     return follow(ProductMapping.TO_CATEGORY);
    // }
    private static MethodSpec follow(RelationField relation, CodeBlock constant) {
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
                .addStatement("return follow($L)", constant)
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
