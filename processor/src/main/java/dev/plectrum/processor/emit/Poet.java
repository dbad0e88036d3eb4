package dev.plectrum.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Our facts in JavaPoet's words. */
final class Poet {
    private static final int FILLED = 100;

    private Poet() {}

    /** The type as source names it. */
    static TypeName type(JavaType type) {
        TypeName name = type.dimensions() > 0 || !type.isPrimitive() ? raw(type) : primitive(type.className());
        for (int i = 0; i < type.dimensions(); i++) {
            name = ArrayTypeName.of(name);
        }
        return name;
    }

    private static TypeName raw(JavaType type) {
        JavaType single = new JavaType(type.packageName(), type.className(), type.arguments(), 0);
        if (single.isPrimitive()) {
            return primitive(single.className());
        }
        ClassName name = className(single);
        return single.arguments().isEmpty()
                ? name
                : ParameterizedTypeName.get(
                        name, single.arguments().stream().map(Poet::type).toArray(TypeName[]::new));
    }

    private static TypeName primitive(String name) {
        return switch (name) {
            case "boolean" -> TypeName.BOOLEAN;
            case "byte" -> TypeName.BYTE;
            case "short" -> TypeName.SHORT;
            case "int" -> TypeName.INT;
            case "long" -> TypeName.LONG;
            case "float" -> TypeName.FLOAT;
            case "double" -> TypeName.DOUBLE;
            default -> TypeName.CHAR;
        };
    }

    /** The class without arguments. */
    static ClassName className(JavaType type) {
        String[] parts = type.className().split("\\.", -1);
        ClassName name = ClassName.get(type.packageName(), parts[0]);
        for (int i = 1; i < parts.length; i++) {
            name = name.nestedClass(parts[i]);
        }
        return name;
    }

    /** The model itself. */
    static ClassName model(ModelName name) {
        return className(name.type());
    }

    /** A type generated for the model. */
    static ClassName generated(ModelName name, String simpleName) {
        return ClassName.get(name.packageName(), simpleName);
    }

    /** {@code @Nullable} on the type, where a type-use annotation belongs. */
    static TypeName nullable(TypeName type) {
        return type.annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
    }

    /** Generated types are as visible as their model, and final. */
    static Modifier[] modifiers(ModelDef model) {
        return model.shape().isPublic()
                ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL}
                : new Modifier[] {Modifier.FINAL};
    }

    /** A file that says who wrote it. */
    static JavaFile file(ModelName name, TypeSpec.Builder type, Style style) {
        if (style.generatedAnnotation()) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.plectrum")
                    .build());
        }
        return JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** Lines as a text block, indented as this project indents them. */
    static CodeBlock textBlock(List<String> lines) {
        String text = String.join("\n", lines).replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
        return CodeBlock.of("\"\"\"\n$>$>$L\"\"\"$<$<", text);
    }

    /** One argument a line, in a statement: JavaPoet indents what follows a statement's first line. */
    static CodeBlock lines(List<CodeBlock> arguments) {
        return CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"));
    }

    /** Short arguments, as many as fit into each line, for {@link #lines}. */
    static List<CodeBlock> filled(List<String> arguments) {
        List<CodeBlock> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String argument : arguments) {
            if (!line.isEmpty() && line.length() + argument.length() > FILLED) {
                lines.add(CodeBlock.of("$L", line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(argument);
        }
        lines.add(CodeBlock.of("$L", line.toString()));
        return lines;
    }

    /** One argument a line, outside of statements. */
    static CodeBlock indentedLines(List<CodeBlock> arguments) {
        return CodeBlock.of("$>$>$L$<$<", lines(arguments));
    }

    /** The elements of an array in an annotation, one a line; JavaPoet has indented deeper than they should stand. */
    static CodeBlock annotationLines(List<CodeBlock> elements) {
        return CodeBlock.of("{$<$L$<\n}$>$>", lines(elements));
    }
}
