package dev.plectrum.processor.model;

import java.util.List;

/**
 * An application: what its registry builds.
 *
 * @param java the class that names it
 * @param name what the registry's name begins with
 * @param isPublic whether other packages may name the registry
 * @param title of the API documentation
 * @param version of the API
 * @param views in the order of their names
 */
public record ApplicationDef(
        JavaType java, String name, boolean isPublic, String title, String version, List<ViewUse> views, Place place) {
    /** Copies the views. */
    public ApplicationDef {
        views = List.copyOf(views);
    }

    /**
     * A view, as its registry sees it.
     *
     * @param isVisible whether the registry may name the view and call its constructor
     * @param constructors how many constructors the registry could call
     * @param arguments what the constructor asks for
     * @param exceptions what the constructor declares to throw
     * @param unresolved the types that nobody has declared yet
     */
    public record ViewUse(
            ViewDef view,
            boolean isVisible,
            int constructors,
            List<Argument> arguments,
            List<JavaType> exceptions,
            List<Unresolved> unresolved) {
        /** Copies the lists. */
        public ViewUse {
            arguments = List.copyOf(arguments);
            exceptions = List.copyOf(exceptions);
            unresolved = List.copyOf(unresolved);
        }

        /** Whether it can be built. */
        public boolean isSound() {
            return isVisible && constructors == 1 && unresolved.isEmpty();
        }
    }

    /** What a constructor asks for. */
    public record Argument(JavaType java, Origin origin) {}

    /** Where it comes from. */
    public enum Origin {
        /** The application itself. */
        APP,
        /** The application's database. */
        DATABASE,
        /** A query set of the application's database. */
        QUERY_SET,
        /** The Vert.x instance. */
        VERTX,
        /** The server's options. */
        OPTIONS,
        /** The secrets. */
        KEYS,
        /** The clock. */
        CLOCK,
        /** Whoever builds the registry. */
        GIVEN
    }

    /** The registry. */
    public JavaType registry() {
        return JavaType.of(java.packageName(), name + "Routes");
    }
}
