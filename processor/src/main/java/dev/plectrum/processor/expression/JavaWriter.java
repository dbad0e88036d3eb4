package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Java of a tree, or the first reason why there is none. Every value travels boxed, null for NULL: smallint and
 * integer as Integer, bigint as Long, numeric as BigDecimal, text as String, times as java.time has them.
 */
final class JavaWriter {
    /** Answers what PostgreSQL's operators answer. Known by name only. */
    static final String EVALUATE = "dev.plectrum.orm.evaluate.Evaluate";

    private final Function<ScopeField, String> accessor;
    private final List<JavaCode.Part> parts = new ArrayList<>();
    private @Nullable String refusal;

    JavaWriter(Function<ScopeField, String> accessor) {
        this.accessor = accessor;
    }

    JavaCode code() {
        return new JavaCode(parts);
    }

    /** Why Java cannot answer; null if it can. */
    @Nullable String refusal() {
        return refusal;
    }

    JavaWriter text(String text) {
        parts.add(new JavaCode.Text(text));
        return this;
    }

    JavaWriter className(String qualified) {
        parts.add(new JavaCode.ClassName(qualified));
        return this;
    }

    /** {@code Evaluate.method(a, b)}. */
    JavaWriter call(String method, Node... arguments) {
        return open(method).arguments(List.of(arguments)).text(")");
    }

    /** {@code Evaluate.method(}. */
    JavaWriter open(String method) {
        return className(EVALUATE).text("." + method + "(");
    }

    JavaWriter arguments(List<Node> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            text(i == 0 ? "" : ", ").node(arguments.get(i));
        }
        return this;
    }

    JavaWriter node(Node node) {
        node.java(this);
        return this;
    }

    /** An argument that PostgreSQL may never compute: Java must not either, if computing it can fail. */
    JavaWriter lazily(Node node) {
        return text(node.canFail() ? "() -> " : "").node(node);
    }

    /** The value of a field, as the caller reads it. */
    String read(ScopeField field) {
        return accessor.apply(field);
    }

    /** Gives up, for a reason that completes "not evaluated in Java: …". The first one stays. */
    void refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }
}
