package dev.plectrum.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie to set. It is {@code HttpOnly}, {@code SameSite=Lax}, for the whole site and until the browser closes, unless told
 * otherwise; {@code Secure} is added by the server wherever it is reached over HTTPS. Immutable.
 *
 * @param name its name
 * @param value its value: visible ASCII without comma, semicolon, quote or backslash
 * @param path below which paths it is sent back
 * @param domain to which hosts it is sent back; null is this one alone
 * @param maxAge how long it is kept; zero deletes it; null is until the browser closes
 * @param httpOnly whether scripts cannot see it
 * @param sameSite whether other sites' requests carry it
 */
public record Cookie(
        String name,
        String value,
        String path,
        @Nullable String domain,
        @Nullable Duration maxAge,
        boolean httpOnly,
        SameSite sameSite) {
    /** Whether requests that another site caused carry the cookie. */
    public enum SameSite {
        /** Never. */
        STRICT("Strict"),
        /** Only when the user follows a link. */
        LAX("Lax"),
        /** Always; browsers ask for HTTPS then. */
        NONE("None");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    /** Refuses what would break out of the header. */
    public Cookie {
        if (name.isEmpty() || !isClean(name, "=,; \"\\")) {
            throw new IllegalArgumentException("A cookie cannot be called \"" + name + "\"");
        }
        if (!isClean(value, ",; \"\\")) {
            throw new IllegalArgumentException(
                    "The value of cookie " + name + " has characters that a cookie cannot carry: encode it");
        }
        if (!isClean(path, ";") || (domain != null && !isClean(domain, "; "))) {
            throw new IllegalArgumentException("Cookie " + name + " has a path or domain that a cookie cannot carry");
        }
    }

    private static boolean isClean(String text, String refused) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || refused.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** A cookie with the safe defaults. */
    public static Cookie of(String name, String value) {
        return new Cookie(name, value, "/", null, null, true, SameSite.LAX);
    }

    /** The cookie's end. */
    public static Cookie deleted(String name) {
        return of(name, "").maxAge(Duration.ZERO);
    }

    /** The same below this path only. */
    public Cookie path(String path) {
        return new Cookie(name, value, path, domain, maxAge, httpOnly, sameSite);
    }

    /** The same for this domain and those below it. */
    public Cookie domain(String domain) {
        return new Cookie(name, value, path, domain, maxAge, httpOnly, sameSite);
    }

    /** The same, kept for so long. */
    public Cookie maxAge(Duration maxAge) {
        return new Cookie(name, value, path, domain, maxAge, httpOnly, sameSite);
    }

    /** The same, visible to scripts. */
    public Cookie readableByScripts() {
        return new Cookie(name, value, path, domain, maxAge, false, sameSite);
    }

    /** The same with other rules for requests that another site caused. */
    public Cookie sameSite(SameSite sameSite) {
        return new Cookie(name, value, path, domain, maxAge, httpOnly, sameSite);
    }

    /** The value of the {@code Set-Cookie} header. */
    public String header(boolean secure) {
        var out = new StringBuilder(name)
                .append('=')
                .append(value)
                .append("; Path=")
                .append(path);
        if (domain != null) {
            out.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            out.append("; Max-Age=").append(maxAge.toSeconds());
        }
        if (secure || sameSite == SameSite.NONE) {
            out.append("; Secure");
        }
        if (httpOnly) {
            out.append("; HttpOnly");
        }
        return out.append("; SameSite=").append(sameSite.text).toString();
    }

    @Override
    public String toString() {
        return name; // the value may be a secret
    }
}
