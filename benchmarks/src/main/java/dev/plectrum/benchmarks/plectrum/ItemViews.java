package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.CsrfExempt;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;

/** Many rows at once. */
@View("/bulk")
@Public
@CsrfExempt
public class ItemViews {
    private final ItemQuerySet items;

    ItemViews(ItemQuerySet items) {
        this.items = items;
    }

    /** How many rows were written. */
    record Inserted(int inserted) {}

    @Post("")
    Future<Inserted> insert(@Query(orElse = "1000") int n) {
        return items.abulkCreate(Item.samples(Math.max(1, Math.min(10_000, n))))
                .map(written -> new Inserted(written.size()));
    }
}
