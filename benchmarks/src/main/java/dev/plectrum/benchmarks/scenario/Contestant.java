package dev.plectrum.benchmarks.scenario;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Somebody who does the work in process. */
public interface Contestant {
    /** Its name in tables and on the command line. */
    String name();

    /**
     * Connects and prepares whatever the callers of one event loop need. Called on each loop once, before any work, and never
     * twice for the same loop.
     */
    Future<List<Scenario<?>>> open(Vertx vertx, Target target);

    /** Closes everything that was opened. */
    Future<Void> close();

    /**
     * The database and how much of it may be used.
     *
     * @param url where it is
     * @param pool connections in all
     * @param loops event loops that share them
     * @param loop the number of the loop that calls, from 0
     */
    record Target(String url, int pool, int loops, int loop) {}
}
