package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.plectrum.processor.model.Access;

/** Writes how a field is read and written. */
final class AccessCode {
    private AccessCode() {}

    /** {@code product.name}, {@code product.getName()} or {@code product.name()}. */
    static CodeBlock read(CodeBlock owner, Access access) {
        if (access instanceof Access.Field field) {
            return CodeBlock.of("$L.$L", owner, field.name());
        }
        if (access instanceof Access.Methods methods) {
            return CodeBlock.of("$L.$L()", owner, methods.getter());
        }
        if (access instanceof Access.Component component) {
            return CodeBlock.of("$L.$L()", owner, component.name());
        }
        throw unreachable(access);
    }

    /** {@code product.name = name} or {@code product.setName(name)}. */
    static CodeBlock write(String owner, Access access, CodeBlock value) {
        if (access instanceof Access.Field field) {
            return CodeBlock.of("$L.$L = $L", owner, field.name(), value);
        }
        if (access instanceof Access.Methods methods) {
            return CodeBlock.of("$L.$L($L)", owner, methods.setter(), value);
        }
        throw unreachable(access);
    }

    private static IllegalArgumentException unreachable(Access access) {
        return new IllegalArgumentException("A field out of reach must not come this far: " + access);
    }
}
