package dev.plectrum.web;

import dev.plectrum.web.input.Percent;
import dev.plectrum.web.input.TextType;
import org.jspecify.annotations.Nullable;

/**
 * A path of this application with an optional query and fragment, everything encoded. Immutable; {@code toString()} is the URL.
 * Generated {@code …Urls} make them from typed values, so they cannot name a page that does not exist.
 *
 * <pre>{@code
 * ProductViewsUrls.list().query("q", "tea pot").fragment("results")   // /products/?q=tea%20pot#results
 * }</pre>
 */
public final class Url {
    private final String path;
    private final String query;
    private final String fragment;

    private Url(String path, String query, String fragment) {
        this.path = path;
        this.query = query;
        this.fragment = fragment;
    }

    /** This path, written as it is: it begins with one slash. */
    public static Url path(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            // "//evil.example" is another site to a browser.
            throw new IllegalArgumentException("A path begins with one slash, not \"" + path + "\"");
        }
        return new Url(path, "", "");
    }

    /** The same with more path, written as it is. */
    public Url text(String text) {
        return new Url(path + text, query, fragment);
    }

    /** The same with a number in its path. */
    public Url segment(long value) {
        return new Url(path + value, query, fragment);
    }

    /**
     * The same with a text in its path, encoded. Fails with {@link IllegalArgumentException} if the text is empty, {@code .} or
     * {@code ..}: no path can carry those.
     */
    public Url segment(String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("A path segment cannot be \"" + value + "\"");
        }
        return new Url(path + Percent.encode(value), query, fragment);
    }

    /** The same with a value in its path. */
    public <T> Url segment(TextType<T> type, T value) {
        return segment(type.write(value));
    }

    /** The same with several segments in its path, each encoded: {@code "2025/photo 1.jpg"}. */
    public Url rest(String value) {
        Url url = this;
        String[] parts = value.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            url = (i == 0 ? url : url.text("/")).segment(parts[i]);
        }
        return url;
    }

    /** The same with one more query parameter; null adds nothing. */
    public Url query(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        String pair = Percent.encode(name) + "=" + Percent.encode(value.toString());
        return new Url(path, query.isEmpty() ? "?" + pair : query + "&" + pair, fragment);
    }

    /** The same with one more query parameter; null adds nothing. */
    public <T> Url query(String name, TextType<T> type, @Nullable T value) {
        return value == null ? this : query(name, type.write(value));
    }

    /** The same, pointing at this part of the page. */
    public Url fragment(String name) {
        return new Url(path, query, "#" + Percent.encode(name));
    }

    /** The path alone. */
    public String path() {
        return path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Url url && url.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return path + query + fragment;
    }
}
