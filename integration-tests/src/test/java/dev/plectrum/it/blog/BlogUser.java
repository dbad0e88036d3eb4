package dev.plectrum.it.blog;

import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who reads or writes. */
record BlogUser(String id, Set<String> permissions) implements User {
    private static final Map<String, BlogUser> ALL = Map.of(
            "writer", new BlogUser("writer", Set.of("blog.add_post", "blog.change_post")),
            "reader", new BlogUser("reader", Set.of()),
            "admin", new BlogUser("admin", Set.of("blog.admin")));

    static Future<@Nullable User> find(String token) {
        return Future.succeededFuture(ALL.get(token));
    }

    @Override
    public boolean hasPermission(String permission) {
        return permissions.contains(permission);
    }
}
