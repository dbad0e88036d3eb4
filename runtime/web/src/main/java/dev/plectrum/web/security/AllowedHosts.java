package dev.plectrum.web.security;

import dev.plectrum.web.input.Ascii;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that this application answers for. A request for any other was sent by somebody who hopes that its {@code Host} ends
 * up in a link or a cache.
 */
public final class AllowedHosts {
    /** This machine by its usual names. */
    public static final AllowedHosts LOCAL = of(List.of("localhost", "127.0.0.1", "[::1]", ".localhost"));

    private final Set<String> exact = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>();
    private final boolean all;

    private AllowedHosts(List<String> hosts) {
        all = hosts.contains("*");
        for (String host : hosts) {
            (host.startsWith(".") ? suffixes : exact).add(host.toLowerCase(Locale.ROOT));
        }
    }

    /** These; {@code .example.com} is the domain and all below it; {@code *} is any, for tests. */
    public static AllowedHosts of(List<String> hosts) {
        return new AllowedHosts(hosts);
    }

    /** Whether the {@code Host} header, with a port or not, is one of them. */
    public boolean allows(String header) {
        String host = name(header);
        if (host.isEmpty()) {
            return false;
        }
        if (all || exact.contains(host)) {
            return true;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (exact.contains(lower) || suffixes.contains("." + lower)) {
            return true;
        }
        for (int dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
            if (suffixes.contains(lower.substring(dot))) {
                return true;
            }
        }
        return false;
    }

    /** The host without its port; empty if the header is no host. */
    private static String name(String header) {
        int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
        String host = end <= 0 ? header : header.substring(0, end);
        String port = end <= 0 ? "" : header.substring(end);
        for (int i = 1; i < port.length(); i++) {
            if (port.charAt(i) < '0' || port.charAt(i) > '9') {
                return "";
            }
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean plain = Ascii.isLetterOrDigit(c);
            if (!plain && "-._[]:".indexOf(c) < 0) {
                return "";
            }
        }
        return port.isEmpty() || port.startsWith(":") ? host : "";
    }
}
