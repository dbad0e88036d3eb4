package dev.plectrum.web;

import dev.plectrum.web.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version of something a client means: the {@code ETag} of the answer it saw last, sent back in {@code If-Match}. A view that
 * takes one cannot be asked without it (428), unless the parameter is {@code @Nullable}.
 *
 * <pre>{@code
 * @Patch("/{id}")
 * Future<Offer> change(long id, IfMatch seen, @Body(fields = "price") UnaryOperator<OfferDraft> values) {
 *     return offers.aget(id).compose(offer -> {
 *         seen.check(offer.version); // 412 for who saw another
 *         return offers.aupdate(offer, values);
 *     });
 * }
 * }</pre>
 */
public final class IfMatch {
    private static final String COMPRESSED = "-gzip";

    private final List<String> tags;

    private IfMatch(List<String> tags) {
        this.tags = tags;
    }

    /** What the header says; null if it is no list of tags. */
    public static @Nullable IfMatch parse(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch(List.of("*"));
        }
        List<String> tags = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String tag = part.strip();
            String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
            if (bare.length() < 2 || !bare.startsWith("\"") || !bare.endsWith("\"")) {
                return null;
            }
            tags.add(tag);
        }
        return new IfMatch(tags);
    }

    /** The {@code ETag} of this version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of the same answer, compressed: what differs in bytes must not have one name. */
    public static String compressed(String tag) {
        return tag.startsWith("W/") || !tag.endsWith("\"")
                ? tag
                : tag.substring(0, tag.length() - 1) + COMPRESSED + "\"";
    }

    /** The tag without what compression adds to it. */
    public static String uncompressed(String tag) {
        return tag.endsWith(COMPRESSED + "\"") ? tag.substring(0, tag.length() - COMPRESSED.length() - 1) + "\"" : tag;
    }

    /** Whether the client means this version, or any. */
    public boolean allows(long version) {
        String tag = tag(version);
        return tags.stream()
                .anyMatch(one -> one.equals("*") || uncompressed(one).equals(tag));
    }

    /** Ends the request with 412 if the client has seen another version. */
    public void check(long version) {
        if (!allows(version)) {
            throw Problem.of(412, "precondition-failed")
                    .detail("This was changed since you have seen it: load it again")
                    .header("ETag", tag(version))
                    .exception();
        }
    }

    @Override
    public String toString() {
        return String.join(", ", tags);
    }
}
