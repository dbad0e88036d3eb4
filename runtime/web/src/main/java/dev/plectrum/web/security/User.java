package dev.plectrum.web.security;

/** Who asks, as far as views care. Accounts bring an implementation; anything that knows its permissions will do. */
public interface User {
    /** What tells this user from all others, as text. */
    String id();

    /** Whether this user may do what {@code "shop.add_product"} says. */
    boolean hasPermission(String permission);
}
