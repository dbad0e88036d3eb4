package dev.plectrum.orm.query;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Counts how deep the lambda that is running now stands inside other lambdas of queries. */
public final class Scopes {
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private Scopes() {}

    /** The level that the next lambda's row would have. */
    public static int level() {
        return DEPTH.get()[0];
    }

    /** Runs code as if it stood in a lambda whose row is of this level. */
    static <R> R inside(int level, Supplier<R> code) {
        int[] depth = DEPTH.get();
        int before = depth[0];
        depth[0] = level + 1;
        try {
            return Objects.requireNonNull(code.get(), "The lambda returned null");
        } finally {
            depth[0] = before;
        }
    }

    /** Runs a user's lambda on the fields of its level. Whatever it throws is thrown on. */
    public static <F, R> R apply(IntFunction<F> fieldsOfLevel, Function<? super F, ? extends R> lambda) {
        int[] depth = DEPTH.get();
        int level = depth[0];
        F fields = fieldsOfLevel.apply(level);
        depth[0] = level + 1;
        try {
            return Objects.requireNonNull(lambda.apply(fields), "The lambda returned null");
        } finally {
            depth[0] = level;
        }
    }
}
