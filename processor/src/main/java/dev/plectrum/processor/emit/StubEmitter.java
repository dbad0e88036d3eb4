package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.ModelDef;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the types of a model that has problems, without its fields: code that names them has no errors of its own, and nothing of it
 * ever runs, because the compilation fails.
 */
public final class StubEmitter {
    private final ModelDef model;
    private final Style style;
    private final ClassName java;
    private final ClassName fields;
    private final ClassName draft;
    private final ClassName mapping;
    private final ClassName querySet;

    private StubEmitter(ModelDef model, Style style) {
        this.model = model;
        this.style = style;
        this.java = Poet.model(model.name());
        this.fields = Poet.generated(model.name(), model.name().fields());
        this.draft = Poet.generated(model.name(), model.name().draft());
        this.mapping = Poet.generated(model.name(), model.name().mapping());
        this.querySet = Poet.generated(model.name(), model.name().querySet());
    }

    /** The files. */
    public static List<JavaFile> emit(ModelDef model, Style style) {
        StubEmitter stubs = new StubEmitter(model, style);
        return List.of(stubs.fields(), stubs.draft(), stubs.mapping(), stubs.querySet());
    }

    private TypeSpec.Builder stub(ClassName name) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("Nothing yet: {@link $T} has problems.\n", java)
                .addModifiers(Poet.modifiers(model));
    }

    private JavaFile fields() {
        return Poet.file(
                model.name(),
                stub(fields)
                        .superclass(ParameterizedTypeName.get(RuntimeTypes.FIELDS, fields))
                        .addMethod(MethodSpec.constructorBuilder()
                                .addParameter(RuntimeTypes.PATH, "path")
                                .addStatement("super(path)")
                                .build()),
                style);
    }

    private JavaFile draft() {
        return Poet.file(
                model.name(),
                stub(draft)
                        .superclass(ParameterizedTypeName.get(RuntimeTypes.DRAFT, java))
                        .addMethod(refusing("finish", java)),
                style);
    }

    private JavaFile mapping() {
        return Poet.file(
                model.name(),
                TypeSpec.classBuilder(mapping)
                        .addJavadoc("Nothing yet: {@link $T} has problems.\n", java)
                        .addModifiers(
                                model.shape().isPublic()
                                        ? new Modifier[] {Modifier.PUBLIC, Modifier.ABSTRACT}
                                        : new Modifier[] {Modifier.ABSTRACT})
                        .superclass(ParameterizedTypeName.get(RuntimeTypes.MAPPING, java, fields, draft))
                        .addField(
                                FieldSpec.builder(mapping, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                                        .initializer("refuse()")
                                        .build())
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .addStatement(
                                        "super($S, $S, new $T($S, $S, 0, $S, $S))",
                                        model.name().simple(),
                                        model.table(),
                                        RuntimeTypes.FIXED_SQL,
                                        "",
                                        "",
                                        "",
                                        "")
                                .build())
                        .addMethod(MethodSpec.methodBuilder("refuse")
                                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                                .returns(mapping)
                                .addStatement(refusal())
                                .build()),
                style);
    }

    private JavaFile querySet() {
        return Poet.file(
                model.name(),
                stub(querySet)
                        .superclass(ParameterizedTypeName.get(RuntimeTypes.QUERY_SET, java, fields, draft, querySet))
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PUBLIC)
                                .addParameter(RuntimeTypes.SESSION, "session")
                                .addStatement("super(session, $T.INSTANCE)", mapping)
                                .build())
                        .addMethod(MethodSpec.methodBuilder("with")
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PROTECTED)
                                .returns(querySet)
                                .addParameter(RuntimeTypes.SESSION, "session")
                                .addParameter(RuntimeTypes.QUERY, "query")
                                .addStatement(refusal())
                                .build()),
                style);
    }

    private MethodSpec refusing(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned)
                .addStatement(refusal())
                .build();
    }

    private CodeBlock refusal() {
        return CodeBlock.of(
                "throw new $T($S)", IllegalStateException.class, model.name().simple() + " has problems");
    }
}
