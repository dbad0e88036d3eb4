package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.Words;
import javax.lang.model.element.Modifier;

/** Writes how a sealed type is written and read: as the one of its types that the discriminator names. */
final class UnionCode {
    private final JsonObjectDef.Union union;
    private final JsonTypes types;
    private final TypeName java;

    UnionCode(JsonObjectDef.Union union, JsonTypes types, TypeName java) {
        this.union = union;
        this.types = types;
        this.java = java;
    }

    void addTo(TypeSpec.Builder type, boolean writes, boolean reads) {
        if (writes) {
            type.addField(
                    FieldSpec.builder(WebRuntime.JSON_NAME, "KIND", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$T.of($S)", WebRuntime.JSON_NAME, union.discriminator())
                            .build());
            type.addMethod(write());
        }
        if (reads) {
            type.addMethod(read());
        }
    }

    private CodeBlock codec(JsonObjectDef.Variant variant) {
        JsonObjectDef object = types.object(variant.java());
        return CodeBlock.of("$T.$L", Poet.className(object.codec()), object.constant());
    }

    // if (value instanceof Card card) {
    //     out.kind(KIND, "card").value(CardCodec.INSTANCE, card);
    // }
    private MethodSpec write() {
        NameAllocator locals = new NameAllocator();
        locals.newName("out");
        locals.newName("value");
        CodeBlock.Builder code = CodeBlock.builder();
        boolean first = true;
        for (JsonObjectDef.Variant variant : union.variants()) {
            String local = locals.newName(Words.variable(variant.java().simpleName()));
            String test = "if (value instanceof $T $L)";
            if (first) {
                code.beginControlFlow(test, Poet.type(variant.java()), local);
            } else {
                code.nextControlFlow("else " + test, Poet.type(variant.java()), local);
            }
            first = false;
            code.addStatement("out.kind(KIND, $S).value($L, $L)", variant.word(), codec(variant), local);
        }
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(WebRuntime.JSON_WRITER, "out")
                .addParameter(java, "value")
                .addCode(code.endControlFlow().build())
                .build();
    }

    // String kind = in.kind("type", "card", "transfer");
    // if (kind == null) {
    //     return null;
    // }
    // return switch (kind) {
    //     case "card" -> CardCodec.INSTANCE.read(in);
    //     default -> TransferCodec.INSTANCE.read(in);
    // };
    private MethodSpec read() {
        CodeBlock words = union.variants().stream()
                .map(variant -> CodeBlock.of("$S", variant.word()))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T kind = in.kind($S, $L)", String.class, union.discriminator(), words)
                .beginControlFlow("if (kind == null)")
                .addStatement("return null")
                .endControlFlow()
                .add("return switch (kind) {\n$>");
        int last = union.variants().size() - 1;
        for (int i = 0; i <= last; i++) {
            JsonObjectDef.Variant variant = union.variants().get(i);
            CodeBlock label = i == last ? CodeBlock.of("default") : CodeBlock.of("case $S", variant.word());
            code.add("$L -> $L.read(in);\n", label, codec(variant));
        }
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Poet.nullable(java))
                .addParameter(WebRuntime.JSON_READER, "in")
                .addCode(code.add("$<};\n").build())
                .build();
    }
}
