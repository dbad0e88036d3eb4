package dev.plectrum.web;

import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with permissions. */
public record TestUser(String id, Set<String> permissions) implements User {
    private static final Map<String, TestUser> ALL = Map.of(
            "ada",
            new TestUser("ada", Set.of("shop.add_product", "shop.change_product", "shop.delete_product")),
            "bob",
            new TestUser("bob", Set.of()));

    /** One of the two that exist. */
    public static Future<@Nullable User> find(String id) {
        return Future.succeededFuture(ALL.get(id));
    }

    @Override
    public boolean hasPermission(String permission) {
        return permissions.contains(permission);
    }
}
