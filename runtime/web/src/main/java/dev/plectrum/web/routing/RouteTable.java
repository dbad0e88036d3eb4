package dev.plectrum.web.routing;

import dev.plectrum.web.input.Percent;
import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.routing.PathPattern.Segment;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what answers a method and a path: a tree by segments, fixed ones before parameters, parameters with more fixed text before
 * those with less, and the rest of the path last. A path without parameters is one hash look-up. Immutable once built.
 *
 * @param <T> what is found
 */
public final class RouteTable<T> {
    private static final String[] NO_VALUES = {};

    private final Node<T> root;
    private final Map<String, Methods<T>> fixed;
    private final List<String> patterns;

    private RouteTable(Node<T> root, Map<String, Methods<T>> fixed, List<String> patterns) {
        this.root = root;
        this.fixed = fixed;
        this.patterns = patterns;
    }

    /** An empty table to add to. */
    public static <T> Builder<T> builder(Function<T, String> name) {
        return new Builder<>(name);
    }

    /** What a path and a method lead to. */
    public sealed interface Found<T> {
        /** This, with the decoded values of the pattern's parameters in their order. */
        record Target<T>(T value, List<String> values) implements Found<T> {}

        /** The path exists, but answers only these methods. */
        record OtherMethods<T>(Set<HttpMethod> allowed) implements Found<T> {}

        /** There is no such path. */
        record Nothing<T>() implements Found<T> {}
    }

    /**
     * What answers this. Fails with {@link UnreadableException} if the path is not UTF-8 in percent-encoding, or has segments that
     * are {@code .} or {@code ..}: whoever sends them hopes that somebody follows them.
     */
    public Found<T> find(HttpMethod method, String path) {
        Methods<T> exact = fixed.get(path);
        if (exact != null) {
            T value = exact.answering(method);
            if (value != null) {
                return new Found.Target<>(value, List.of());
            }
        }
        var search = new Search<T>(method, path);
        T value = path.startsWith("/") ? search.walk(root, 1, 0) : null;
        if (value != null) {
            return new Found.Target<>(value, List.of(search.values));
        }
        return search.allowed == null ? new Found.Nothing<>() : new Found.OtherMethods<>(search.allowed);
    }

    /** The patterns that look most like this path, at most three. */
    public List<String> near(String path) {
        String[] asked = segments(path);
        return patterns.stream()
                .map(pattern -> Map.entry(pattern, distance(asked, segments(pattern))))
                .filter(near -> near.getValue() <= Math.max(2, path.length() / 3))
                .sorted(Map.Entry.comparingByValue())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without the slash at the end, which nobody who mistypes a path thinks of. */
    private static String[] segments(String path) {
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
    }

    /** How many letters to change; a parameter is as good as any segment, and one too few or too many is dear. */
    private static int distance(String[] asked, String[] pattern) {
        int common = Math.min(asked.length, pattern.length);
        int sum = 0;
        for (int i = 0; i < common; i++) {
            sum += pattern[i].contains("{") && !asked[i].isEmpty() ? 0 : letters(asked[i], pattern[i]);
        }
        for (int i = common; i < asked.length; i++) {
            sum += 1 + asked[i].length();
        }
        for (int i = common; i < pattern.length; i++) {
            sum += pattern[i].contains("{") ? 3 : 1 + pattern[i].length();
        }
        return sum;
    }

    private static int letters(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /** What one path answers, by method. */
    private static final class Methods<T> {
        private final Map<HttpMethod, T> byMethod = new HashMap<>();

        @Nullable T answering(HttpMethod method) {
            T value = byMethod.get(method);
            return value == null && method.equals(HttpMethod.HEAD) ? byMethod.get(HttpMethod.GET) : value;
        }
    }

    /** One segment deep in the tree. */
    private static final class Node<T> {
        private final Map<String, Node<T>> fixed = new HashMap<>();
        private final List<Branch<T>> parameters = new ArrayList<>();
        private @Nullable Methods<T> here;
        private @Nullable Methods<T> rest;
    }

    private record Branch<T>(Segment.Parameter parameter, Node<T> node) {}

    /** One look-up: where it is, and what it saw on the way. */
    private static final class Search<T> {
        private final HttpMethod method;
        private final String path;
        private String[] values = NO_VALUES;
        private @Nullable Set<HttpMethod> allowed;

        Search(HttpMethod method, String path) {
            this.method = method;
            this.path = path;
        }

        @Nullable T walk(Node<T> node, int start, int depth) {
            if (start > path.length()) {
                return here(node.here, depth);
            }
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = Percent.decode(path.substring(start, end), false);
            if (segment.equals(".") || segment.equals("..")) {
                throw new UnreadableException("dot-segment", "must not have segments that are . or ..", Map.of());
            }
            Node<T> next = node.fixed.get(segment);
            if (next != null) {
                T value = walk(next, end + 1, depth);
                if (value != null) {
                    return value;
                }
            }
            for (Branch<T> branch : node.parameters) {
                if (branch.parameter.fits(segment)) {
                    T value = walk(branch.node, end + 1, depth + 1);
                    if (value != null) {
                        values[depth] = branch.parameter.value(segment);
                        return value;
                    }
                }
            }
            if (node.rest != null) {
                T value = here(node.rest, depth + 1);
                if (value != null) {
                    values[depth] = rest(start);
                }
                return value;
            }
            return null;
        }

        /** The whole rest, decoded segment by segment so that dots are seen; an encoded slash stays a part of its segment. */
        private String rest(int start) {
            return Arrays.stream(path.substring(start).split("/", -1))
                    .map(segment -> Percent.decode(segment, false))
                    .peek(segment -> {
                        if (segment.equals(".") || segment.equals("..") || segment.indexOf('/') >= 0) {
                            throw new UnreadableException(
                                    "dot-segment", "must not have segments that are . or .. or hide a slash", Map.of());
                        }
                    })
                    .collect(Collectors.joining("/"));
        }

        private @Nullable T here(@Nullable Methods<T> methods, int depth) {
            if (methods == null) {
                return null;
            }
            T value = methods.answering(method);
            if (value == null) {
                if (allowed == null) {
                    allowed = new LinkedHashSet<>();
                }
                allowed.addAll(methods.byMethod.keySet());
            } else if (depth > 0) {
                values = new String[depth];
            }
            return value;
        }
    }

    /** A table in the making. */
    public static final class Builder<T> {
        private final Function<T, String> name;
        private final Node<T> root = new Node<>();
        private final Map<String, Methods<T>> fixed = new HashMap<>();
        private final Set<String> patterns = new LinkedHashSet<>();

        private Builder(Function<T, String> name) {
            this.name = name;
        }

        /** One more. Fails with {@link IllegalStateException}, naming both, if another answers the same. */
        public Builder<T> add(HttpMethod method, PathPattern pattern, T value) {
            Node<T> node = root;
            Methods<T> methods = null;
            for (Segment segment : pattern.segments()) {
                if (segment instanceof Segment.Fixed fixedSegment) {
                    node = node.fixed.computeIfAbsent(fixedSegment.text(), text -> new Node<>());
                } else if (segment instanceof Segment.Parameter parameter) {
                    node = branch(node, parameter);
                } else {
                    methods = node.rest = node.rest == null ? new Methods<>() : node.rest;
                }
            }
            if (methods == null) {
                methods = node.here = node.here == null ? new Methods<>() : node.here;
            }
            T other = methods.byMethod.putIfAbsent(method, value);
            if (other != null) {
                throw new IllegalStateException("Two views answer " + method + " " + pattern + ": " + name.apply(other)
                        + " and " + name.apply(value));
            }
            if (pattern.parameters().isEmpty()) {
                fixed.put(pattern.text(), methods);
            }
            patterns.add(pattern.text());
            return this;
        }

        private static <T> Node<T> branch(Node<T> node, Segment.Parameter parameter) {
            for (Branch<T> branch : node.parameters) {
                if (branch.parameter.prefix().equals(parameter.prefix())
                        && branch.parameter.suffix().equals(parameter.suffix())) {
                    return branch.node;
                }
            }
            var branch = new Branch<T>(parameter, new Node<>());
            node.parameters.add(branch);
            node.parameters.sort(Comparator.comparingInt(b -> -b.parameter.specificity()));
            return branch.node;
        }

        /** The table. The builder must not be used again. */
        public RouteTable<T> build() {
            return new RouteTable<>(root, fixed, List.copyOf(patterns));
        }
    }
}
