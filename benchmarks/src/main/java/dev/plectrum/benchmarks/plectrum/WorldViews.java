package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A greeting, and rows by key. */
@View("/")
@Public
public class WorldViews {
    private static final int WORLDS = 10_000;

    private final WorldQuerySet worlds;

    WorldViews(WorldQuerySet worlds) {
        this.worlds = worlds;
    }

    /** What everybody says first. */
    record Greeting(String message) {}

    @Get("/json")
    Greeting greet() {
        return new Greeting("Hello, World!");
    }

    @Get("/db")
    Future<World> one() {
        return worlds.aget(randomId());
    }

    @Get("/queries")
    Future<List<World>> several(@Query @Nullable String q) {
        return get(IntStream.generate(WorldViews::randomId).limit(count(q)));
    }

    @Get("/updates")
    Future<List<World>> change(@Query @Nullable String q) {
        // Whoever updates rows in one order can't deadlock.
        IntStream ids = IntStream.generate(WorldViews::randomId)
                .distinct()
                .limit(count(q))
                .sorted();
        return get(ids).compose(found -> {
            for (World world : found) {
                world.randomNumber = ThreadLocalRandom.current().nextInt(10_000) + 1;
            }
            return worlds.abulkUpdate(found, w -> w.randomNumber).map(found);
        });
    }

    /** One statement for each, as the contract wants it. */
    private Future<List<World>> get(IntStream ids) {
        List<Future<World>> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(worlds.aget(id)));
        return Future.all(rows).map(all -> all.<World>list());
    }

    private static int randomId() {
        return ThreadLocalRandom.current().nextInt(WORLDS) + 1;
    }

    /** Whatever is no number counts as 1. */
    private static int count(@Nullable String q) {
        try {
            return q == null ? 1 : Math.max(1, Math.min(500, Integer.parseInt(q)));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
