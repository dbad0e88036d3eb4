package dev.plectrum.processor.model;

import java.util.List;

/** Who may use a route. */
public sealed interface RouteAccess {
    /** Every user, because nothing says otherwise. */
    record LoggedIn() implements RouteAccess {}

    /** Everybody. */
    record Everybody() implements RouteAccess {}

    /** Users with all of these permissions. */
    record Permissions(List<String> names) implements RouteAccess {
        /** Copies the names. */
        public Permissions {
            names = List.copyOf(names);
        }
    }

    /** Users who meet a condition. */
    record Condition(JavaType predicate) implements RouteAccess {}

    /** One element says two things; validation says so. */
    record Contradictory(List<String> annotations, Place place) implements RouteAccess {
        /** Copies the names. */
        public Contradictory {
            annotations = List.copyOf(annotations);
        }
    }
}
