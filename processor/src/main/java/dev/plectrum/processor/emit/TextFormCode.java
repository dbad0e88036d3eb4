package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.TextScalar;
import dev.plectrum.processor.model.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes text forms as expressions, and gathers the imports and constants that they need in one file. */
final class TextFormCode {
    private static final Set<String> SHARED =
            Arrays.stream(TextScalar.values()).map(Enum::name).collect(Collectors.toSet());

    private final Set<String> imports = new TreeSet<>();
    private final Map<JavaType, String> names = new LinkedHashMap<>();

    /** {@code LONG}, imported; {@code STATUS}, a constant of the file; {@code ProductId.TEXT}. */
    CodeBlock of(TextForm form) {
        if (form instanceof TextForm.Usual usual) {
            imports.add(usual.scalar().name());
            return CodeBlock.of("$L", usual.scalar().name());
        } else if (form instanceof TextForm.Own own) {
            return CodeBlock.of("$T.$L", Poet.className(own.java()), own.constant());
        } else if (form instanceof TextForm.Constants constants) {
            return CodeBlock.of("$L", names.computeIfAbsent(constants.java(), this::name));
        }
        throw new IllegalArgumentException("A type without text form must not come this far: " + form);
    }

    private String name(JavaType type) {
        String name = Words.constant(type.simpleName());
        String longer = Words.constant(type.className().replace(".", ""));
        return SHARED.contains(name) || names.containsValue(name) ? longer + "_TEXT" : name;
    }

    /** What to import from the runtime's text types. */
    Collection<String> imports() {
        return imports;
    }

    // private static final TextType<Status> STATUS = TextTypes.constant(Status.class);
    List<FieldSpec> constants() {
        return names.entrySet().stream()
                .map(named -> FieldSpec.builder(
                                ParameterizedTypeName.get(WebRuntime.TEXT_TYPE, Poet.className(named.getKey())),
                                named.getValue(),
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("$T.constant($T.class)", WebRuntime.TEXT_TYPES, Poet.className(named.getKey()))
                        .build())
                .toList();
    }

    /** The value of a text that is known now: {@code 20}, {@code Status.DRAFT}, {@code LOCAL_DATE.read("2025-01-31")}. */
    CodeBlock literal(TextForm form, String text) {
        if (form instanceof TextForm.Constants constants) {
            return CodeBlock.of("$T.$L", Poet.className(constants.java()), text);
        }
        if (form instanceof TextForm.Usual usual) {
            return switch (usual.scalar()) {
                case STRING -> CodeBlock.of("$S", text);
                case SHORT -> CodeBlock.of("(short) $L", text);
                case INT, BOOLEAN -> CodeBlock.of("$L", text);
                case DOUBLE -> CodeBlock.of("$Ld", text);
                case LONG -> CodeBlock.of("$LL", text);
                case FLOAT -> CodeBlock.of("$Lf", text);
                default -> read(form, text);
            };
        }
        return read(form, text);
    }

    private CodeBlock read(TextForm form, String text) {
        return CodeBlock.of("$L.read($S)", of(form), text);
    }
}
