package dev.plectrum.example.shop;

import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whoever knows the token that this start of the shop made up. A real shop has accounts. */
record Staff(String token) implements User {
    private static final int BYTES = 12;

    static Staff withNewToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new Staff(HexFormat.of().formatHex(random));
    }

    /** The staff, if this is its token. */
    Future<@Nullable User> find(String presented) {
        return Future.succeededFuture(presented.equals(token) ? this : null);
    }

    @Override
    public String id() {
        return "staff";
    }

    @Override
    public boolean hasPermission(String permission) {
        return permission.startsWith("shop.");
    }

    @Override
    public String toString() {
        return "staff"; // a token has no place in a log
    }
}
