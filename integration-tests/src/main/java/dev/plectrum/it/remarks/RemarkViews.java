package dev.plectrum.it.remarks;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.util.List;

/** What was remarked. */
@View("/remarks")
@Public
public class RemarkViews {
    private final RemarkQuerySet remarks;

    /** The views of these. */
    public RemarkViews(RemarkQuerySet remarks) {
        this.remarks = remarks;
    }

    /** All of them. */
    @Get("/")
    Future<List<Remark>> list() {
        return remarks.alist();
    }
}
