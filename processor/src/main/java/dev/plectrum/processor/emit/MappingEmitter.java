package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.KindField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes {@code ProductMapping}: how rows become models, and models rows. */
public final class MappingEmitter {
    private final ModelDef model;
    private final Style style;
    private final ColumnConstants constants;
    private final RelationCode relations;
    private final List<ColumnField> columns;
    private final ClassName java;
    private final ClassName self;
    private final ClassName fields;
    private final ClassName draft;
    private final String variable;

    private MappingEmitter(ModelDef model, Style style) {
        this.model = model;
        this.style = style;
        this.constants = new ColumnConstants(model);
        this.relations = new RelationCode(model, constants);
        this.columns = model.columns();
        this.java = Poet.model(model.name());
        this.self = Poet.generated(model.name(), model.name().mapping());
        this.fields = Poet.generated(model.name(), model.name().fields());
        this.draft = Poet.generated(model.name(), model.name().draft());
        this.variable = model.name().variable();
    }

    /** The file. */
    public static JavaFile emit(ModelDef model, Style style) {
        return new MappingEmitter(model, style).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc("How {@link $T} and rows of {@code $L} become each other.\n", java, Statements.table(model))
                .addModifiers(Poet.modifiers(model))
                .superclass(ParameterizedTypeName.get(
                        model.isSealed() ? RuntimeTypes.SEALED_MAPPING : RuntimeTypes.MAPPING, java, fields, draft));
        type.addField(writtenBy(style));
        for (int i = 0; i < columns.size(); i++) {
            type.addField(column(i));
        }
        relations.constants().forEach(type::addField);
        model.kind().ifPresent(kind -> type.addField(own(kind)));
        statements(type);
        type.addField(FieldSpec.builder(self, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The only one.\n")
                .initializer("new $T()", self)
                .build());
        type.addMethod(constructor());
        if (model.isSealed()) {
            type.addMethod(decodeKinds()).addMethod(kindOf());
        } else if (model.shape().record()) {
            type.addMethod(decodeRecord()).addMethod(refreshRecord());
        } else {
            type.addMethod(decode());
            model.kind().ifPresent(kind -> type.addMethod(readAgain()));
            type.addMethod(read()).addMethod(refresh());
        }
        if (relations.hasHandles() && !model.isSealed()) {
            type.addMethod(model.shape().record() ? attachRecord() : attach());
        }
        type.addMethod(value()).addMethod(fields());
        if (!model.isSealed()) {
            type.addMethod(newDraft());
        }
        type.addMethod(draftOf());
        model.kind().ifPresent(kind -> type.addMethod(kind()).addMethod(proxied(kind.base())));
        relations.addMethods(type);
        model.proxied().ifPresent(proxied -> type.addMethod(proxied(proxied)).addMethod(noTables()));
        model.parent().ifPresent(parent -> type.addMethod(from()).addMethod(parent(parent)));
        if (!model.ordering().isEmpty()) {
            type.addMethod(defaultOrder());
        }
        type.addMethod(TableCode.method(model));
        TableCode.tables(model).filter(tables -> model.proxied().isEmpty()).ifPresent(type::addMethod);
        JsonCode.methods(columns.stream().map(ColumnField::type).toList()).forEach(type::addMethod);
        return Poet.file(model.name(), type, style);
    }

    // Before any other field, since those might not fit another runtime:
    // private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", ProductMapping.class);
    private FieldSpec writtenBy(Style style) {
        return FieldSpec.builder(String.class, "WRITTEN_BY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.writtenBy($S, $T.class)", RuntimeTypes.GENERATED_CODE, style.version(), self)
                .build();
    }

    // static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    private FieldSpec column(int index) {
        ColumnField column = columns.get(index);
        CodeBlock.Builder made = CodeBlock.builder()
                .add(
                        "$T.of($L, $S, $S, $L)",
                        RuntimeTypes.COLUMN_DEF,
                        index,
                        column.name(),
                        column.column(),
                        TypeCode.of(column.type()));
        flags(column).forEach(flag -> made.add(".$L()", flag));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.COLUMN_DEF, Poet.type(column.type().java())),
                        constants.of(column),
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(made.build())
                .build();
    }

    private static List<String> flags(ColumnField column) {
        List<String> flags = new ArrayList<>();
        if (column.isKey()) {
            flags.add("key");
        }
        if (column.optional()) {
            flags.add("nullable");
        }
        if (column.inherited()) {
            flags.add("inherited");
            if (column.isGenerated()) {
                flags.add("generated");
            }
            return flags;
        }
        switch (column.role()) {
            case IDENTITY -> flags.add("identity");
            case UUID_V7 -> flags.add("uuidV7");
            case VERSION -> flags.add("version");
            case KIND -> flags.add("discriminator");
            case CREATED -> flags.add("autoNowAdd");
            case UPDATED -> flags.add("autoNow");
            case VALUE, ASSIGNED -> {}
        }
        if (column.isGenerated()) {
            flags.add("generated");
        }
        if (column.isDefaulted()) {
            flags.add("defaulted");
        }
        return flags;
    }

    private void statements(TypeSpec.Builder type) {
        model.parent().ifPresent(parent -> type.addField(statement("FROM", new TableFacts(model).from())));
        type.addField(statement("SELECT", Statements.select(model)));
        if (model.isSealed()) {
            // Rows are written by the mappings of the subclasses.
            return;
        }
        type.addField(statement("INSERT", Statements.insert(model)));
        type.addField(statement("UPDATE", Statements.update(model)));
        type.addField(statement("DELETE", Statements.delete(model)));
    }

    private static FieldSpec statement(String name, List<String> lines) {
        return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(Poet.textBlock(lines))
                .build();
    }

    private MethodSpec constructor() {
        List<ColumnField> left =
                columns.stream().filter(ColumnField::isLeftToDatabase).toList();
        String mask = left.isEmpty() ? "0" : "0b" + "1".repeat(left.size());
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$S", model.name().simple()));
        arguments.add(CodeBlock.of("$S", Statements.table(model)));
        arguments.add(
                model.isSealed()
                        ? CodeBlock.of("SELECT")
                        : CodeBlock.of("new $T(SELECT, INSERT, $L, UPDATE, DELETE)", RuntimeTypes.FIXED_SQL, mask));
        arguments.addAll(Poet.filled(columns.stream().map(constants::of).toList()));
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($L)", Poet.lines(arguments))
                .build();
    }

    private MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }

    // ---- classes

    private MethodSpec decode() {
        return overriding("decode", java)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(int.class, "at")
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addStatement("return read(new $T(), $L)", java, positions())
                .build();
    }

    /** Where the columns of a row begin, and those that the model has to itself in a table that it shares. */
    private CodeBlock positions() {
        return model.kind().isEmpty()
                ? CodeBlock.of("row, at, batch")
                : CodeBlock.of(
                        "row, at, at + $L$L",
                        Field.columnsOf(model.shared()).size(),
                        relations.isEmpty() ? "" : ", batch");
    }

    // return switch (row.getString(at + 2)) {
    //     case "card_payment" -> CardPaymentMapping.read(new CardPayment(), row, at, at + 4, batch);
    //     default -> throw unknownKind(row.getString(at + 2));
    // };
    private MethodSpec decodeKinds() {
        CodeBlock discriminator = readColumn(model.discriminator().orElseThrow());
        CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L) {\n$>", discriminator);
        int own = model.withoutKinds().columns().size();
        for (KindField kind : model.kinds()) {
            ModelDef found = kind.model();
            code.add(
                    "case $S -> $T.read(new $T(), row, at, at + $L$L);\n",
                    kind.value(),
                    Poet.generated(found.name(), found.name().mapping()),
                    Poet.model(found.name()),
                    own,
                    found.relations().isEmpty() ? "" : ", batch");
            own += Field.columnsOf(found.unshared()).size();
        }
        code.add("default -> throw unknownKind($L);\n$<};\n", discriminator);
        return overriding("decode", java)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(int.class, "at")
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addCode(code.build())
                .build();
    }

    // if (payment instanceof CardPayment) {
    //     return CardPaymentMapping.INSTANCE;
    // }
    // return BankTransferMapping.INSTANCE;
    private MethodSpec kindOf() {
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        MethodSpec.Builder method = overriding(
                        "kindOf",
                        ParameterizedTypeName.get(RuntimeTypes.MAPPING, WildcardTypeName.subtypeOf(java), any, any))
                .addParameter(java, variable);
        List<KindField> kinds = model.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            ModelName name = kinds.get(i).model().name();
            CodeBlock mapping = CodeBlock.of("return $T.INSTANCE", Poet.generated(name, name.mapping()));
            if (i < kinds.size() - 1) {
                method.beginControlFlow("if ($L instanceof $T)", variable, Poet.model(name))
                        .addStatement(mapping)
                        .endControlFlow();
            } else {
                method.addStatement(mapping);
            }
        }
        return method.build();
    }

    // private static final Kind OWN = new Kind(KIND, "card_payment");
    private FieldSpec own(ModelDef.OneOf kind) {
        return FieldSpec.builder(RuntimeTypes.KIND, "OWN", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T($L, $S)",
                        RuntimeTypes.KIND,
                        constants.of(model.discriminator().orElseThrow()),
                        kind.value())
                .build();
    }

    // return OWN;
    private static MethodSpec kind() {
        return MethodSpec.methodBuilder("kind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.KIND)
                .addStatement("return OWN")
                .build();
    }

    // return read(cardPayment, row, at, at + 4);
    private MethodSpec readAgain() {
        return overriding("read", java)
                .addParameter(java, variable)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(int.class, "at")
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addStatement("return read($L, $L)", variable, positions())
                .build();
    }

    // protected Product read(Product product, Row row, int at, Batch batch) {
    //     product.id = row.getLong(at);
    //     product.name = row.getString(at + 1);
    //     return product;
    // }
    private MethodSpec read() {
        MethodSpec.Builder method = model.kind().isPresent() ? readOwn() : overriding("read", java);
        method.addParameter(java, variable)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(int.class, "at");
        if (model.kind().isPresent()) {
            method.addParameter(int.class, "own");
        }
        if (model.kind().isEmpty() || !relations.isEmpty()) {
            method.addParameter(RuntimeTypes.BATCH, "batch");
        }
        for (Field field : model.fields()) {
            if (field instanceof ColumnField column && column.isDiscriminator()) {
                continue;
            }
            CodeBlock value = field instanceof RelationField relation && RelationCode.isHandle(relation)
                    ? relations.handle(relation, relations::own)
                    : readField(field);
            method.addStatement(AccessCode.write(variable, field.access(), value));
        }
        return method.addStatement("return $L", variable).build();
    }

    private MethodSpec.Builder readOwn() {
        return MethodSpec.methodBuilder("read")
                .addJavadoc("Reads a row of the table, in which the model's own columns begin at {@code own}.\n")
                .addModifiers(Modifier.STATIC)
                .returns(java);
    }

    private MethodSpec refresh() {
        MethodSpec.Builder method = overriding("refresh", java)
                .addParameter(java, variable)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(RuntimeTypes.BATCH, "batch");
        List<ColumnField> returned = model.returned();
        for (ColumnField column : returned) {
            CodeBlock value = model.relationOf(column)
                    .map(relation -> reread(relation, returned))
                    .orElseGet(() -> reread(column, returned));
            method.addStatement(AccessCode.write(variable, column.access(), value));
        }
        return method.addStatement(relations.hasHandles() ? "return attach($L, batch)" : "return $L", variable)
                .build();
    }

    private CodeBlock reread(ColumnField column, List<ColumnField> returned) {
        return TypeCode.read(column, constants.of(column), CodeBlock.of("$L", returned.indexOf(column)));
    }

    private CodeBlock reread(RelationField relation, List<ColumnField> returned) {
        return relations.one(
                relation, column -> reread(column, returned), column -> CodeBlock.of("$L", returned.indexOf(column)));
    }

    // product.tags = batch.many(TAGS, product.id, product.tags);
    // return product;
    private MethodSpec attach() {
        MethodSpec.Builder method =
                overriding("attach", java).addParameter(java, variable).addParameter(RuntimeTypes.BATCH, "batch");
        for (RelationField relation : model.relations()) {
            if (RelationCode.isHandle(relation)) {
                method.addStatement(
                        AccessCode.write(variable, relation.access(), relations.handleAgain(relation, relations::own)));
            }
        }
        return method.addStatement("return $L", variable).build();
    }

    // ---- records

    private MethodSpec decodeRecord() {
        return overriding("decode", java)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(int.class, "at")
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addCode(construct(field -> readField(field)))
                .build();
    }

    private MethodSpec refreshRecord() {
        List<ColumnField> returned = model.returned();
        MethodSpec.Builder method = overriding("refresh", java)
                .addParameter(java, variable)
                .addParameter(RuntimeTypes.ROW, "row")
                .addParameter(RuntimeTypes.BATCH, "batch");
        if (returned.isEmpty()) {
            return method.addStatement("return $L", variable).build();
        }
        return method.addCode(construct(field -> refreshed(field, returned))).build();
    }

    private MethodSpec attachRecord() {
        return overriding("attach", java)
                .addParameter(java, variable)
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addCode(construct(field -> refreshed(field, List.of())))
                .build();
    }

    private CodeBlock refreshed(Field field, List<ColumnField> returned) {
        if (field instanceof RelationField relation && RelationCode.isHandle(relation)) {
            return relations.handleAgain(relation, column -> refreshed(column, returned));
        }
        if (field instanceof RelationField relation && returned.containsAll(relation.stored())) {
            return reread(relation, returned);
        }
        return field instanceof ColumnField column && returned.contains(column)
                ? reread(column, returned)
                : AccessCode.read(CodeBlock.of("$L", variable), field.access());
    }

    // return new Tag(
    //     row.getLong(at), // id
    //     row.getString(at + 1)); // name
    private CodeBlock construct(Function<Field, CodeBlock> value) {
        return arguments(CodeBlock.of("return new $T", java), model.fields(), value, ";");
    }

    private static CodeBlock arguments(
            CodeBlock call, List<Field> fields, Function<Field, CodeBlock> value, String end) {
        CodeBlock.Builder code = CodeBlock.builder().add("$L($>$>", call);
        for (int i = 0; i < fields.size(); i++) {
            boolean last = i == fields.size() - 1;
            code.add(
                    "\n$L$L // $L",
                    value.apply(fields.get(i)),
                    last ? ")" + end : ",",
                    fields.get(i).simpleName());
        }
        return code.add("$<$<\n").build();
    }

    // ---- both

    private CodeBlock readField(Field field) {
        if (field instanceof ColumnField column) {
            return readColumn(column);
        }
        if (field instanceof RelationField relation) {
            return RelationCode.isHandle(relation)
                    ? relations.handle(relation, this::readColumn)
                    : relations.one(relation, this::readColumn, this::position);
        }
        if (field instanceof AnyField any) {
            return relations.any(any, this::readColumn);
        }
        EmbeddedField embedded = (EmbeddedField) field;
        List<CodeBlock> parts = embedded.parts().stream().map(this::readField).toList();
        CodeBlock made = CodeBlock.of("new $T($L)", Poet.type(embedded.type()), Poet.lines(parts));
        if (!embedded.nullable()) {
            return made;
        }
        // An embedded value is missing when all of its columns are.
        CodeBlock missing = embedded.columns()
                .map(column -> CodeBlock.of("row.getValue($L) == null", position(column)))
                .collect(CodeBlock.joining(" && "));
        return CodeBlock.of("$L ? null : $L", missing, made);
    }

    private CodeBlock readColumn(ColumnField column) {
        return TypeCode.read(column, constants.of(column), position(column));
    }

    private CodeBlock position(ColumnField column) {
        int index = columns.indexOf(column);
        int shared = Field.columnsOf(model.shared()).size();
        if (model.kind().isPresent() && index >= shared) {
            return index == shared ? CodeBlock.of("own") : CodeBlock.of("own + $L", index - shared);
        }
        return index == 0 ? CodeBlock.of("at") : CodeBlock.of("at + $L", index);
    }

    // return switch (column) {
    //     case 0 -> product.id;
    //     default -> throw new IndexOutOfBoundsException(column);
    // };
    private MethodSpec value() {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (column) {\n$>");
        for (Field field : model.withoutKinds().fields()) {
            values(
                    field,
                    CodeBlock.of("$L", variable),
                    null,
                    (column, value) -> code.add("case $L -> $L;\n", columns.indexOf(column), value));
        }
        if (model.isSealed()) {
            code.add("default -> valueOfKind($L, column);\n$<};\n", variable);
        } else {
            code.add("default -> throw new $T(column);\n$<};\n", IndexOutOfBoundsException.class);
        }
        return overriding("value", Poet.nullable(ClassName.OBJECT))
                .addParameter(java, variable)
                .addParameter(int.class, "column")
                .addCode(code.build())
                .build();
    }

    private void values(
            Field field, CodeBlock owner, @Nullable CodeBlock missing, BiConsumer<ColumnField, CodeBlock> each) {
        if (field instanceof ColumnField column && column.isDiscriminator()) {
            each.accept(
                    column,
                    model.kind()
                            .map(kind -> CodeBlock.of("$S", kind.value()))
                            .orElseGet(() -> CodeBlock.of("kindName($L)", variable)));
            return;
        }
        CodeBlock value = AccessCode.read(owner, field.access());
        if (field instanceof EmbeddedField embedded) {
            CodeBlock isNull = CodeBlock.of("$L == null", value);
            CodeBlock inner = missing == null ? isNull : CodeBlock.of("$L || $L", missing, isNull);
            embedded.parts().forEach(part -> values(part, value, embedded.nullable() ? inner : missing, each));
        } else if (field instanceof AnyField any) {
            each.accept(any.kind(), CodeBlock.of("$L == null ? null : $L.kind()", value, value));
            each.accept(any.id(), CodeBlock.of("$L == null ? null : $L.id()", value, value));
        } else if (field instanceof RelationField relation) {
            relation.stored().forEach(column -> each.accept(column, relations.key(relation, column, value)));
        } else if (field instanceof ColumnField column) {
            CodeBlock guarded = missing == null ? value : CodeBlock.of("$L ? null : $L", missing, value);
            // A primitive cannot be null, but 0 is no number that an identity column gives.
            each.accept(
                    column,
                    column.role() == Role.IDENTITY && column.isPrimitive()
                            ? CodeBlock.of("$L == 0 ? null : $L", value, value)
                            : guarded);
        }
    }

    private MethodSpec fields() {
        return MethodSpec.methodBuilder("fields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(fields)
                .addParameter(RuntimeTypes.PATH, "path")
                .addStatement("return new $T(path)", fields)
                .build();
    }

    private MethodSpec newDraft() {
        return overriding("draft", draft)
                .addStatement(
                        model.shape().record()
                                ? CodeBlock.of("return new $T()", draft)
                                : CodeBlock.of("return new $T(new $T())", draft, java))
                .build();
    }

    private MethodSpec draftOf() {
        return overriding("draft", draft)
                .addParameter(java, variable)
                .addStatement("return new $T($L)", draft, variable)
                .build();
    }

    // return """
    //         (SELECT c.place_id, p.name, c.stars
    //         FROM hotel c
    //         JOIN place p ON p.id = c.place_id)""";
    private MethodSpec from() {
        return MethodSpec.methodBuilder("from")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return FROM")
                .build();
    }

    // return PostMapping.INSTANCE;
    private MethodSpec proxied(ModelName proxied) {
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        return overriding("proxied", ParameterizedTypeName.get(RuntimeTypes.MAPPING, any, any, any))
                .addStatement("return $T.INSTANCE", Poet.generated(proxied, proxied.mapping()))
                .build();
    }

    // return List.of();
    private static MethodSpec noTables() {
        return MethodSpec.methodBuilder("tables")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.TABLE_DEF))
                .addStatement("return $T.of()", List.class)
                .build();
    }

    // return PlaceMapping.INSTANCE;
    private MethodSpec parent(ModelDef.Parent parent) {
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        return overriding(
                        "parent",
                        ParameterizedTypeName.get(RuntimeTypes.MAPPING, WildcardTypeName.supertypeOf(java), any, any))
                .addStatement(
                        "return $T.INSTANCE",
                        Poet.generated(parent.name(), parent.name().mapping()))
                .build();
    }

    // return List.of(p.name.asc(), p.price.desc());
    private MethodSpec defaultOrder() {
        String letter = model.name().letter();
        List<CodeBlock> keys = model.ordering().stream()
                .map(named -> CodeBlock.of("$L.$L.$L()", letter, named.field(), named.descending() ? "desc" : "asc"))
                .toList();
        return overriding("defaultOrder", ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.ORDER))
                .addParameter(fields, letter)
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(keys, ", "))
                .build();
    }
}
