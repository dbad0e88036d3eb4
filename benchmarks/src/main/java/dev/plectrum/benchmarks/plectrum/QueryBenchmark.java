package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.orm.exec.Database;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A query with a join, four conditions and an order. No connection is opened. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private @Nullable Database database;
    private @Nullable PostQuerySet posts;
    private @Nullable PostQuerySet composed;

    /** Makes what a program makes once. */
    @Setup
    public void connect() {
        Database made = Database.connect("postgres://nobody@127.0.0.1:1/none");
        database = made;
        posts = new PostQuerySet(made);
        composed = compose();
    }

    /** Ends the Vert.x. */
    @TearDown
    public void close() {
        Objects.requireNonNull(database).close();
    }

    /** Description of the query by lambdas, as it is written in a view. */
    @Benchmark
    public PostQuerySet compose() {
        return Objects.requireNonNull(posts)
                .filter(p -> p.author()
                        .name
                        .eq("Author 7")
                        .and(p.title.startsWith("Post"))
                        .and(p.published.gte(FIRST))
                        .and(p.id.lt(5_000)))
                .orderBy(p -> p.published.desc())
                .limit(20);
    }

    /** The text and the values of one that was described before. */
    @Benchmark
    public String render() {
        return Objects.requireNonNull(composed).toString();
    }

    /** Both, as each request does it. */
    @Benchmark
    public String composeAndRender() {
        return compose().toString();
    }
}
