package dev.plectrum.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.Words;
import java.util.List;
import java.util.regex.Pattern;

/** What the files of views have in common. */
final class ViewFiles {
    private static final Pattern QUALIFIER = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");

    private ViewFiles() {}

    /** A file that says who wrote it. */
    static JavaFile.Builder file(String packageName, TypeSpec.Builder type, Style style) {
        if (style.generatedAnnotation()) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.plectrum")
                    .build());
        }
        return JavaFile.builder(packageName, type.build()).indent("    ").skipJavaLangImports(true);
    }

    /** {@code auditLog} of {@code AuditLog}. */
    static String variable(JavaType type) {
        return Words.variable(type.simpleName());
    }

    /** How long code is as it is written, with imports. */
    static int length(CodeBlock code) {
        return QUALIFIER.matcher(code.toString()).replaceAll("").length();
    }

    /** Arguments on one line, or one a line if that would be longer than this; in a statement. */
    static CodeBlock arguments(List<CodeBlock> arguments, int most) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        return length(line) > most ? Poet.lines(arguments) : line;
    }
}
