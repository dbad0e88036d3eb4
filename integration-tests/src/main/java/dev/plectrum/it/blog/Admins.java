package dev.plectrum.it.blog;

import dev.plectrum.web.security.User;
import java.util.function.Predicate;

/** Who may do everything. */
public final class Admins implements Predicate<User> {
    @Override
    public boolean test(User user) {
        return user.hasPermission("blog.admin");
    }
}
