package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Response;
import dev.plectrum.web.text.HtmlWriter;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** A page for people. */
@View("/fortunes")
@Public
public class FortuneViews {
    private static final Fortune ADDED = new Fortune(0, "Additional fortune added at request time.");

    // What a template engine makes of a template: text that is bytes already, and values in between.
    private static final byte[] BEGIN = utf8("<!DOCTYPE html><html><head><title>Fortunes</title></head><body>"
            + "<table><tr><th>id</th><th>message</th></tr>");
    private static final byte[] ROW = utf8("<tr><td>");
    private static final byte[] CELL = utf8("</td><td>");
    private static final byte[] ROW_END = utf8("</td></tr>");
    private static final byte[] END = utf8("</table></body></html>");

    private final FortuneQuerySet fortunes;

    FortuneViews(FortuneQuerySet fortunes) {
        this.fortunes = fortunes;
    }

    @Get("")
    Future<Response> page() {
        return fortunes.alist().map(found -> {
            found.add(ADDED);
            found.sort(Comparator.comparing(Fortune::message));
            return Response.html(html(found));
        });
    }

    private static HtmlWriter html(List<Fortune> sorted) {
        HtmlWriter html = new HtmlWriter(2048).markup(BEGIN);
        for (Fortune fortune : sorted) {
            html.markup(ROW)
                    .text(fortune.id())
                    .markup(CELL)
                    .text(fortune.message())
                    .markup(ROW_END);
        }
        return html.markup(END);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
