package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class that writes and reads one type as JSON. */
final class JsonCodecCode {
    private static final int LINE = 90;
    private static final List<String> RESERVED = List.of("in", "out", "errors", "value");

    private final JsonObjectDef object;
    private final JsonTypes types;
    private final JsonFormCode forms;
    private final RuleCode rules;
    private final boolean writes;
    private final boolean reads;
    private final TypeName java;
    private final NameAllocator constants = new NameAllocator();
    private final NameAllocator locals = new NameAllocator();
    private boolean publicCodec;

    JsonCodecCode(JsonObjectDef object, JsonTypes types, boolean writes, boolean reads) {
        this.object = object;
        this.types = types;
        this.rules = new RuleCode(constants);
        this.forms = new JsonFormCode(types, rules);
        this.writes = writes;
        this.reads = reads;
        this.java = Poet.type(object.java());
        constants.newName(object.constant());
        RESERVED.forEach(locals::newName);
        for (JsonFieldDef field : object.fields()) {
            constants.newName(Words.constant(field.property()), field);
            locals.newName(local(field), field);
        }
        for (JsonFieldDef field : object.fields()) {
            locals.newName("has" + Words.capital(field.property()), has(field));
        }
    }

    /** Adds a codec inside of this class for every type that these forms reach and that has none of its own. */
    static void addNested(
            TypeSpec.Builder type, JsonTypes types, Collection<JsonForm> written, Collection<JsonForm> read) {
        Set<JsonObjectDef> writes = types.nested(written);
        Set<JsonObjectDef> reads = types.nested(read);
        Set<JsonObjectDef> inOrder = new LinkedHashSet<>(types.all());
        inOrder.addAll(reads);
        for (JsonObjectDef object : inOrder) {
            if (writes.contains(object) || reads.contains(object)) {
                type.addType(new JsonCodecCode(object, types, writes.contains(object), reads.contains(object))
                        .type()
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .build());
            }
        }
    }

    private static String local(JsonFieldDef field) {
        return RESERVED.contains(field.property()) ? field.property() + "Value" : field.property();
    }

    private static Object has(JsonFieldDef field) {
        return List.of("has", field);
    }

    /** The class; who calls this says how visible it is. */
    TypeSpec.Builder type() {
        ClassName self = Poet.className(object.codec());
        ClassName role =
                writes && reads ? WebRuntime.JSON_CODEC : writes ? WebRuntime.JSON_ENCODER : WebRuntime.JSON_DECODER;
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(javadoc())
                .addSuperinterface(ParameterizedTypeName.get(role, java))
                .addField(instance(self));
        if (object.union().isPresent()) {
            new UnionCode(object.union().get(), types, java).addTo(type, writes, reads);
            return type;
        }
        if (writes) {
            object.fields().forEach(field -> type.addField(name(field)));
        }
        List<FieldSpec> made = new ArrayList<>();
        for (JsonFieldDef field : object.fields()) {
            JsonForm form = field.valueForm();
            if (writes && JsonFormCode.isMade(form)) {
                made.add(made(field, "_ENCODER", forms.encoderType(form), forms.encoder(form)));
            }
            if (reads && JsonFormCode.isMade(form)) {
                made.add(made(field, "_DECODER", forms.decoderType(form), forms.decoder(form)));
            }
        }
        CodeBlock checks = reads ? checks() : CodeBlock.of("");
        // Decoders of lists may use them.
        rules.patterns().forEach(type::addField);
        made.forEach(type::addField);
        if (publicCodec) {
            type.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build());
        }
        if (writes) {
            type.addMethod(write());
        }
        if (reads) {
            type.addMethod(read(checks));
        }
        object.draft()
                .ifPresent(
                        draft -> new DraftCode(object, draft, locals).methods().forEach(type::addMethod));
        return type;
    }

    private CodeBlock javadoc() {
        if (object.union().isPresent()) {
            return CodeBlock.of(
                    "The JSON form of {@link $T}: {@code $L} tells which it is.\n",
                    Poet.className(object.java()),
                    object.union().get().discriminator());
        }
        return object.draft()
                .map(draft -> CodeBlock.of("Fields of a {@link $T} that clients set.\n", Poet.model(draft.model())))
                .orElseGet(() -> CodeBlock.of("The JSON form of {@link $T}.\n", Poet.className(object.java())));
    }

    /** Makes what other files name public. */
    JsonCodecCode asPublic(boolean isPublic) {
        publicCodec = isPublic;
        return this;
    }

    private Modifier[] visibility(Modifier... more) {
        List<Modifier> modifiers = new ArrayList<>();
        if (publicCodec) {
            modifiers.add(Modifier.PUBLIC);
        }
        modifiers.addAll(List.of(more));
        return modifiers.toArray(Modifier[]::new);
    }

    private FieldSpec instance(ClassName self) {
        FieldSpec.Builder instance = FieldSpec.builder(
                        self, object.constant(), visibility(Modifier.STATIC, Modifier.FINAL))
                .initializer("new $T()", self);
        if (publicCodec) {
            instance.addJavadoc("The only one.\n");
        }
        return instance.build();
    }

    // private static final JsonName NAME = JsonName.of("name");
    private FieldSpec name(JsonFieldDef field) {
        return FieldSpec.builder(
                        WebRuntime.JSON_NAME, constants.get(field), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($S)", WebRuntime.JSON_NAME, field.name())
                .build();
    }

    // private static final JsonDecoder<List<Tag>> TAGS_DECODER = JsonDecoder.array(TagCodec.INSTANCE);
    private FieldSpec made(JsonFieldDef field, String suffix, TypeName type, CodeBlock code) {
        String name = constants.newName(Words.constant(field.property()) + suffix, List.of(suffix, field));
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code)
                .build();
    }

    private CodeBlock value(JsonFieldDef field) {
        return AccessCode.read(CodeBlock.of("value"), field.access());
    }

    private CodeBlock encoder(JsonFieldDef field) {
        JsonForm form = field.valueForm();
        return JsonFormCode.isMade(form)
                ? CodeBlock.of("$L", constants.get(List.of("_ENCODER", field)))
                : forms.encoder(form);
    }

    private CodeBlock decoder(JsonFieldDef field) {
        JsonForm form = field.valueForm();
        return JsonFormCode.isMade(form)
                ? CodeBlock.of("$L", constants.get(List.of("_DECODER", field)))
                : forms.decoder(form);
    }

    // out.startObject();
    // out.field(NAME).string(value.name());
    private MethodSpec write() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.startObject()");
        for (JsonFieldDef field : object.fields()) {
            CodeBlock target = CodeBlock.of("out.field($L)", constants.get(field));
            if (field.isGiven()) {
                code.beginControlFlow("if ($L.isPresent())", value(field))
                        .addStatement("$L.value($L, $L.value())", target, encoder(field), value(field))
                        .endControlFlow();
            } else if (field.nullable() || JsonFormCode.isMade(field.form())) {
                code.addStatement("$L.value($L, $L)", target, encoder(field), value(field));
            } else {
                code.addStatement("$L", forms.write(target, field.form(), value(field)));
            }
        }
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(WebRuntime.JSON_WRITER, "out")
                .addParameter(java, "value")
                .addCode(code.addStatement("out.endObject()").build())
                .build();
    }

    private MethodSpec read(CodeBlock checks) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("int errors = in.errorCount()");
        object.fields().forEach(field -> declare(code, field));
        code.beginControlFlow("if (!in.startObject())")
                .addStatement("return null")
                .endControlFlow();
        code.beginControlFlow("while (in.nextField())");
        if (object.fields().isEmpty()) {
            code.addStatement(unknown());
        } else {
            code.beginControlFlow("switch (in.fieldName())");
            object.fields().forEach(field -> take(code, field));
            code.addStatement("default -> $L", unknown()).endControlFlow();
        }
        code.endControlFlow();
        for (JsonFieldDef field : object.fields()) {
            if (field.required()) {
                code.beginControlFlow("if (!$L)", locals.get(has(field)))
                        .addStatement("in.missing($S)", field.name())
                        .endControlFlow();
            }
        }
        code.add(checks);
        List<CodeBlock> wrong = new ArrayList<>();
        wrong.add(CodeBlock.of("in.errorCount() > errors"));
        for (JsonFieldDef field : object.fields()) {
            if (field.required() && !field.form().java().isPrimitive()) {
                wrong.add(CodeBlock.of("$L == null", locals.get(field)));
            }
        }
        CodeBlock condition = CodeBlock.join(wrong, " || ");
        if (ViewFiles.length(condition) > LINE) {
            condition = CodeBlock.of("$>$>$L$<$<", CodeBlock.join(wrong, "\n|| "));
        }
        code.beginControlFlow("if ($L)", condition).addStatement("return null").endControlFlow();
        List<CodeBlock> arguments = object.fields().stream()
                .map(field -> CodeBlock.of("$L", locals.get(field)))
                .toList();
        CodeBlock made = CodeBlock.of("new $T($L)", java, ViewFiles.arguments(arguments, LINE));
        if (object.draft().isPresent()) {
            new DraftCode(object, object.draft().get(), locals).finish(code, ViewFiles.arguments(arguments, LINE));
        } else if (object.conditions().isEmpty()) {
            code.addStatement("return $L", made);
        } else {
            code.addStatement("$T value = $L", java, made);
            object.conditions().forEach(one -> condition(code, one));
            code.addStatement("return value");
        }
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Poet.nullable(java))
                .addParameter(WebRuntime.JSON_READER, "in")
                .addCode(code.build())
                .build();
    }

    private void declare(CodeBlock.Builder code, JsonFieldDef field) {
        TypeName type = Poet.type(field.form().java());
        if (field.required()) {
            code.addStatement("boolean $L = false", locals.get(has(field)));
        }
        if (field.isGiven()) {
            code.addStatement("$T $L = $T.absent()", type, locals.get(field), WebRuntime.GIVEN);
            return;
        }
        String blank = !field.form().java().isPrimitive()
                ? "null"
                : field.form().java().is("boolean") ? "false" : "0";
        code.addStatement("$T $L = $L", type, locals.get(field), blank);
    }

    private void take(CodeBlock.Builder code, JsonFieldDef field) {
        JsonForm form = field.valueForm();
        CodeBlock read;
        if (field.form() instanceof JsonForm.GivenOf given) {
            read = given.nullable()
                    ? CodeBlock.of("in.given($L)", decoder(field))
                    : CodeBlock.of("$T.of($L)", WebRuntime.GIVEN, forms.read(form, decoder(field)));
        } else if (field.nullable()) {
            read = CodeBlock.of("in.nullable($L)", decoder(field));
        } else {
            read = forms.read(form, decoder(field));
        }
        if (field.required()) {
            code.beginControlFlow("case $S ->", field.name())
                    .addStatement("$L = true", locals.get(has(field)))
                    .addStatement("$L = $L", locals.get(field), read)
                    .endControlFlow();
        } else {
            code.addStatement("case $S -> $L = $L", field.name(), locals.get(field), read);
        }
    }

    private CodeBlock unknown() {
        if (!object.refusesUnknown()) {
            return CodeBlock.of("in.skip()");
        }
        List<CodeBlock> names = object.fields().stream()
                .map(field -> CodeBlock.of("$S", field.name()))
                .toList();
        return CodeBlock.of("in.unknownField($L)", ViewFiles.arguments(names, LINE));
    }

    // if (!value.isDueLater()) {
    //     in.invalid("", "due-later", "must be due later");
    // }
    private static void condition(CodeBlock.Builder code, JsonObjectDef.Condition condition) {
        code.beginControlFlow("if ($Lvalue.$L())", condition.holds() ? "!" : "", condition.method())
                .addStatement("in.invalid($S, $S, $S)", "", condition.code(), condition.message())
                .endControlFlow();
    }

    // if (name != null && name.isBlank()) {
    //     in.invalid("name", "blank", "must not be blank");
    // }
    private CodeBlock checks() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JsonFieldDef field : object.fields()) {
            if (field.rules().isEmpty()) {
                continue;
            }
            String local = locals.get(field);
            if (field.isGiven()) {
                local = locals.newName(field.property() + "Given");
                TypeName type = Poet.type(field.valueForm().java().boxed());
                code.addStatement("$T $L = $L.orElse(null)", type, local, locals.get(field));
            }
            rules.add(
                    code,
                    field.rules(),
                    new RuleCode.Subject(
                            field.valueForm().java(),
                            CodeBlock.of("$L", local),
                            field.isGiven() || !field.form().java().isPrimitive(),
                            field.name(),
                            CodeBlock.of("in.invalid"),
                            Words.constant(field.property())));
        }
        return code.build();
    }
}
