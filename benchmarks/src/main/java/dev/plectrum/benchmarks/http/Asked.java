package dev.plectrum.benchmarks.http;

import io.vertx.core.http.HttpMethod;
import java.util.random.RandomGenerator;

/** What the load generator asks of a server, over and over. */
public interface Asked {
    /** The method it is called with. */
    default HttpMethod method() {
        return HttpMethod.GET;
    }

    /** What to ask for next, its query included. */
    String path(RandomGenerator random);
}
