package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java type, without annotations.
 *
 * @param packageName empty for primitives and the unnamed package
 * @param className with the enclosing classes, {@code Order.Line}
 * @param arguments of a generic type
 * @param dimensions how many times {@code []}
 */
public record JavaType(String packageName, String className, List<JavaType> arguments, int dimensions) {
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double",
            "char", "Character");

    /** Copies the arguments. */
    public JavaType {
        arguments = List.copyOf(arguments);
    }

    /** A class, or a primitive of the empty package. */
    public static JavaType of(String packageName, String className) {
        return new JavaType(packageName, className, List.of(), 0);
    }

    /** Whether it is {@code int} or one of its like. */
    public boolean isPrimitive() {
        return packageName.isEmpty() && dimensions == 0 && BOXES.containsKey(className);
    }

    /** {@code Integer} of {@code int}; any other type as it is. */
    public JavaType boxed() {
        String box = isPrimitive() ? BOXES.get(className) : null;
        return box == null ? this : of("java.lang", box);
    }

    /** {@code int} of {@code Integer}; any other type as it is. */
    public JavaType unboxed() {
        if (!packageName.equals("java.lang") || dimensions > 0) {
            return this;
        }
        return BOXES.entrySet().stream()
                .filter(box -> box.getValue().equals(className))
                .findFirst()
                .map(box -> of("", box.getKey()))
                .orElse(this);
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return dimensions > 0;
    }

    /** What an array is of. */
    public JavaType component() {
        return new JavaType(packageName, className, arguments, dimensions - 1);
    }

    /** Whether it is a class of this qualified name, whatever its arguments. */
    public boolean is(String qualifiedName) {
        return dimensions == 0 && qualifiedName().equals(qualifiedName);
    }

    /** {@code java.util.List}. */
    public String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** The last part of the name, {@code Line} of {@code Order.Line}. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** As source writes it with imports: {@code List<String>}. */
    public String display() {
        String list = arguments.isEmpty()
                ? ""
                : arguments.stream().map(JavaType::display).collect(Collectors.joining(", ", "<", ">"));
        return className + list + "[]".repeat(dimensions);
    }

    /** With qualified names: {@code java.util.List<java.lang.String>}. */
    public String toSource() {
        String list = arguments.isEmpty()
                ? ""
                : arguments.stream().map(JavaType::toSource).collect(Collectors.joining(", ", "<", ">"));
        return qualifiedName() + list + "[]".repeat(dimensions);
    }

    /** {@code java.util/List<java.lang/String>[]}, which {@link #parse} reads back. */
    @Override
    public String toString() {
        String list = arguments.isEmpty()
                ? ""
                : arguments.stream().map(JavaType::toString).collect(Collectors.joining(",", "<", ">"));
        return (packageName.isEmpty() ? "" : packageName + "/") + className + list + "[]".repeat(dimensions);
    }

    /** Reads what {@link #toString} wrote. */
    public static JavaType parse(String text) {
        return new Reader(text).type();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        JavaType type() {
            int start = at;
            while (at < text.length() && "<>,[".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(start, at);
            List<JavaType> arguments = new ArrayList<>();
            if (at < text.length() && text.charAt(at) == '<') {
                do {
                    at++;
                    arguments.add(type());
                } while (text.charAt(at) == ',');
                at++;
            }
            int dimensions = 0;
            while (text.startsWith("[]", at)) {
                dimensions++;
                at += 2;
            }
            int slash = name.indexOf('/');
            return new JavaType(
                    slash < 0 ? "" : name.substring(0, slash), name.substring(slash + 1), arguments, dimensions);
        }
    }
}
