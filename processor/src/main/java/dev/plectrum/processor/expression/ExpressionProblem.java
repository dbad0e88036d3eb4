package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an expression.
 *
 * @param code which mistake
 * @param text the whole expression
 * @param start the offset in the text of what is wrong
 * @param end the offset behind it; not before {@code start}
 * @param message one line that stands alone
 * @param explanation further lines: why, and what was likely meant
 * @param replacement what to write instead of the wrong stretch, or null if only the user knows
 */
public record ExpressionProblem(
        Code code,
        String text,
        int start,
        int end,
        String message,
        List<String> explanation,
        @Nullable String replacement) {
    /** The mistakes there are. Each is a heading in the documentation. */
    public enum Code {
        /** The text cannot be read. */
        SYNTAX("Syntax"),
        /** A name is no field of the model. */
        UNKNOWN_FIELD("UnknownField"),
        /** A function does not exist, or not here. */
        UNKNOWN_FUNCTION("UnknownFunction"),
        /** A type does not exist, or not here. */
        UNKNOWN_TYPE("UnknownType"),
        /** A literal names no constant of its enum. */
        UNKNOWN_CONSTANT("UnknownConstant"),
        /** A literal cannot be read as the type it must have. */
        BAD_LITERAL("BadLiteral"),
        /** Types do not fit each other or the place. */
        TYPE_MISMATCH("TypeMismatch"),
        /** The same row could give different answers. */
        NOT_IMMUTABLE("NotImmutable"),
        /** It would need rows other than its own. */
        OTHER_ROWS("OtherRows"),
        /** A comparison that is NULL whatever the row holds. */
        ALWAYS_NULL("AlwaysNull"),
        /** The result can be NULL where the field cannot. */
        NULLABLE_RESULT("NullableResult"),
        /** A generated field reads a generated field. */
        GENERATED_REFERS_TO_GENERATED("GeneratedRefersToGenerated"),
        /** An index reads a virtual field. */
        VIRTUAL_IN_INDEX("VirtualInIndex"),
        /** A virtual field uses what an extension brought. */
        EXTENSION_IN_VIRTUAL("ExtensionInVirtual");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        /** The word that users see and look up. */
        public String word() {
            return word;
        }
    }

    /** Copies the explanation; what the message quotes of the text must not break its one line. */
    public ExpressionProblem {
        message = message.replaceAll("\\R", " ");
        explanation = List.copyOf(explanation);
    }

    /** The whole expression with the wrong stretch replaced, ready to paste. */
    public Optional<String> fix() {
        return Optional.ofNullable(replacement).map(better -> text.substring(0, start) + better + text.substring(end));
    }

    /** The lines below the message: the place in the text, the explanation, the fix. */
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        int marked = Math.max(1, Math.min(end, lineStart + line.length()) - start);
        if (!line.isBlank()) {
            lines.add(line);
            lines.add(" ".repeat(start - lineStart) + "^".repeat(marked));
        }
        lines.addAll(explanation);
        fix().ifPresent(better -> lines.add("Fix: " + better));
        return lines;
    }

    /** The problem as users read it. */
    @Override
    public String toString() {
        return "[Expression." + code.word() + "] " + message
                + details().stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
