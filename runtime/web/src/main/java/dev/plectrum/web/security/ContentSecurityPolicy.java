package dev.plectrum.web.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page may load and run. Immutable. {@link #NONCE} among the sources stands for this answer's own nonce.
 *
 * <pre>{@code
 * ContentSecurityPolicy.STRICT.allow("img-src", "'self'", "https://images.example.com")
 * }</pre>
 */
public final class ContentSecurityPolicy {
    /** Replaced by {@code 'nonce-…'} in each answer. */
    public static final String NONCE = "'nonce'";

    /** Scripts and styles of this site, inline ones by nonce only; forms to this site only; never framed. */
    public static final ContentSecurityPolicy STRICT = new ContentSecurityPolicy(Map.of())
            .allow("default-src", "'self'")
            .allow("script-src", "'self'", NONCE)
            .allow("style-src", "'self'", NONCE)
            .allow("img-src", "'self'", "data:")
            .allow("object-src", "'none'")
            .allow("base-uri", "'none'")
            .allow("form-action", "'self'")
            .allow("frame-ancestors", "'none'");

    /** Nothing at all: what an answer that is no page needs. */
    public static final ContentSecurityPolicy NOTHING =
            new ContentSecurityPolicy(Map.of()).allow("default-src", "'none'").allow("frame-ancestors", "'none'");

    private final Map<String, List<String>> directives;
    private final String text;
    private final String withoutNonce;

    private ContentSecurityPolicy(Map<String, List<String>> directives) {
        this.directives = directives;
        List<String> parts = new ArrayList<>();
        directives.forEach((name, sources) -> parts.add(name + " " + String.join(" ", sources)));
        text = String.join("; ", parts);
        withoutNonce = text.replace(" " + NONCE, "");
    }

    /** The same with these sources, and no others, for this directive. */
    public ContentSecurityPolicy allow(String directive, String... sources) {
        var more = new LinkedHashMap<>(directives);
        more.put(directive, List.of(sources));
        return new ContentSecurityPolicy(more);
    }

    /** Whether it has a place for a nonce. */
    public boolean usesNonce() {
        return text.contains(NONCE);
    }

    /** The header's value with this nonce. */
    public String header(String nonce) {
        return text.replace(NONCE, "'nonce-" + nonce + "'");
    }

    /** The header's value without a nonce: what is inline stays forbidden. */
    public String header() {
        return withoutNonce;
    }

    @Override
    public String toString() {
        return text;
    }
}
