package shop;

import dev.plectrum.web.security.User;
import java.util.function.Predicate;

/** Those who work here. */
public final class Staff implements Predicate<User> {
    @Override
    public boolean test(User user) {
        return user.hasPermission("staff");
    }
}
