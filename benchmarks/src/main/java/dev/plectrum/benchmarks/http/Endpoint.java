package dev.plectrum.benchmarks.http;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An endpoint of the contract, and what the load generator asks of it. */
public enum Endpoint implements Asked {
    /** No database. */
    JSON("/json"),
    /** One row by key. */
    DB("/db"),
    /** Twenty rows by key, one statement each. */
    QUERIES("/queries?q=20"),
    /** Twenty rows read and written back. */
    UPDATES("/updates?q=20"),
    /** HTML of all rows. */
    FORTUNES("/fortunes"),
    /** A page of twenty from a random price on. */
    PRODUCTS("/products") {
        @Override
        public String path(RandomGenerator random) {
            return "/products?min=" + random.nextInt(900) + "&page=" + (random.nextInt(3) + 1);
        }
    },
    /** One row with a generated column. */
    GENERATED("/generated"),
    /** Fifty rows, each with its author, in one statement. */
    POSTS("/posts"),
    /** Fifty rows, each with its tags, in two statements. */
    POSTS_TAGS("/posts-tags"),
    /** A thousand rows inserted. */
    BULK("/bulk?n=1000") {
        @Override
        public HttpMethod method() {
            return HttpMethod.POST;
        }
    };

    private final String path;

    Endpoint(String path) {
        this.path = path;
    }

    /** Its name for people and on the command line: the path without its query. */
    public String title() {
        return path.replaceAll("\\?.*", "");
    }

    /** The endpoint called so, with or without its slash. */
    public static Endpoint named(String name) {
        for (Endpoint endpoint : values()) {
            if (endpoint.title().substring(1).equals(name.replaceFirst("^/", "").toLowerCase(Locale.ROOT))) {
                return endpoint;
            }
        }
        throw new IllegalArgumentException("There is no endpoint " + name);
    }

    @Override
    public String path(RandomGenerator random) {
        return path;
    }

    /** Whether it leaves the tables other than it found them. */
    boolean writes() {
        return this == UPDATES || this == BULK;
    }
}
