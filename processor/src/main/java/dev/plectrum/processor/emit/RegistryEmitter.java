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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code Models}: the mappings of all models of a compilation. */
public final class RegistryEmitter {
    private static final String HIDDEN = "HiddenModels";

    private RegistryEmitter() {}

    // public static final List<Mapping<?, ?, ?>> ALL = List.of(
    //         CategoryMapping.INSTANCE,
    //         ProductMapping.INSTANCE);
    /** The file, given the models that it can name, and the others by their packages. */
    public static JavaFile emit(
            String registry, List<ModelName> models, Map<String, List<ModelName>> hidden, String version) {
        ClassName self = ClassName.bestGuess(registry);
        List<CodeBlock> names = Stream.concat(
                        models.stream(), hidden.values().stream().flatMap(List::stream))
                .map(model -> CodeBlock.of("$S", model.qualified()))
                .toList();
        ParameterizedTypeName list = mappings();
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
                        .initializer(all(models, hidden.keySet()))
                        .build())
                .addMethod(MethodSpec.methodBuilder("mappings")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(list)
                        .addStatement("return ALL")
                        .build())
                .build();
        return file(self.packageName(), type);
    }

    private static JavaFile file(String packageName, TypeSpec type) {
        return JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private static ParameterizedTypeName mappings() {
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        return ParameterizedTypeName.get(
                ClassName.get(List.class), ParameterizedTypeName.get(RuntimeTypes.MAPPING, any, any, any));
    }

    private static CodeBlock listOf(List<ModelName> models) {
        List<CodeBlock> mappings = models.stream()
                .map(model -> CodeBlock.of("$T.INSTANCE", Poet.generated(model, model.mapping())))
                .toList();
        return CodeBlock.of("$T.of($L)", List.class, Poet.indentedLines(mappings));
    }

    // Stream.of(
    //                 List.of(
    //                         CategoryMapping.INSTANCE),
    //                 HiddenModels.ALL)
    //         .<Mapping<?, ?, ?>>flatMap(List::stream)
    //         .toList();
    private static CodeBlock all(List<ModelName> models, Collection<String> otherPackages) {
        if (otherPackages.isEmpty()) {
            return listOf(models);
        }
        List<CodeBlock> parts = new ArrayList<>();
        if (!models.isEmpty()) {
            parts.add(listOf(models));
        }
        otherPackages.forEach(name -> parts.add(CodeBlock.of("$T.ALL", ClassName.get(name, HIDDEN))));
        return CodeBlock.of(
                "$T.of($L)$>$>\n.<$T>flatMap($T::stream)\n.toList()$<$<",
                Stream.class,
                Poet.indentedLines(parts),
                mappings().typeArguments().get(0),
                List.class);
    }

    // public static final List<Mapping<?, ?, ?>> ALL = List.of(
    //         StockMapping.INSTANCE);
    /** The models of a package that no other package may name, so that the registry has them nevertheless. */
    public static JavaFile part(String packageName, List<ModelName> models) {
        TypeSpec type = TypeSpec.classBuilder(HIDDEN)
                .addJavadoc("The models of this package that others may not name, for the registry of all.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(mappings(), "ALL", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("How each of them and its rows become each other.\n")
                        .initializer(listOf(models))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
        return file(packageName, type);
    }
}
