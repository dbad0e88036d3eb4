package dev.plectrum.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.ModelName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code Models}: the mappings of all models of a compilation. */
public final class RegistryEmitter {
    private RegistryEmitter() {}

    // public static final List<Mapping<?, ?, ?>> ALL = List.of(
    //         CategoryMapping.INSTANCE,
    //         ProductMapping.INSTANCE);
    /** The file. */
    public static JavaFile emit(String registry, List<ModelName> models, String version) {
        ClassName self = ClassName.bestGuess(registry);
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        List<CodeBlock> mappings = models.stream()
                .map(model -> CodeBlock.of("$T.INSTANCE", Poet.generated(model, model.mapping())))
                .toList();
        List<CodeBlock> names = models.stream()
                .map(model -> CodeBlock.of("$S", model.qualified()))
                .toList();
        ParameterizedTypeName list = ParameterizedTypeName.get(
                ClassName.get(List.class), ParameterizedTypeName.get(RuntimeTypes.MAPPING, any, any, any));
        TypeSpec type = TypeSpec.classBuilder(self)
                .addJavadoc("All models that are compiled together.\n")
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED_MODEL)
                        .addMember("version", "$S", version)
                        .addMember("definition", Poet.annotationLines(names))
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.MODEL_REGISTRY)
                .addField(FieldSpec.builder(list, "ALL", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("How each of them and its rows become each other.\n")
                        .initializer("$T.of($L)", List.class, Poet.indentedLines(mappings))
                        .build())
                .addMethod(MethodSpec.methodBuilder("mappings")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(list)
                        .addStatement("return ALL")
                        .build())
                .build();
        return JavaFile.builder(self.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }
}
