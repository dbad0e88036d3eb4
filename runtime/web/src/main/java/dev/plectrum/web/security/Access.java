package dev.plectrum.web.security;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who may use a route. */
public sealed interface Access {
    /** Everybody, logged in or not. */
    Access EVERYBODY = new Everybody();

    /** Every user. */
    Access LOGGED_IN = new LoggedIn();

    /** Users with all of these permissions. */
    static Access permissions(String... permissions) {
        return new Permissions(List.of(permissions));
    }

    /** Users who meet a condition. */
    static Access user(Predicate<? super User> condition) {
        return new Condition(condition);
    }

    /** Whether this user may. */
    boolean allows(@Nullable User user);

    /** Everybody, logged in or not. */
    record Everybody() implements Access {
        @Override
        public boolean allows(@Nullable User user) {
            return true;
        }
    }

    /** Every user. */
    record LoggedIn() implements Access {
        @Override
        public boolean allows(@Nullable User user) {
            return user != null;
        }
    }

    /** Users with all of these permissions. */
    record Permissions(List<String> names) implements Access {
        @Override
        public boolean allows(@Nullable User user) {
            return user != null && names.stream().allMatch(user::hasPermission);
        }
    }

    /** Users who meet a condition. */
    record Condition(Predicate<? super User> condition) implements Access {
        @Override
        public boolean allows(@Nullable User user) {
            return user != null && condition.test(user);
        }
    }
}
