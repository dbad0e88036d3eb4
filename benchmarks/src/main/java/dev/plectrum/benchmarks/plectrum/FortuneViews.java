package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Response;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;

/** A page for people. */
@View("/fortunes")
@Public
public class FortuneViews {
    private static final Fortune ADDED = new Fortune(0, "Additional fortune added at request time.");

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

    private static String html(List<Fortune> sorted) {
        StringBuilder html = new StringBuilder(2048)
                .append("<!DOCTYPE html><html><head><title>Fortunes</title></head><body>")
                .append("<table><tr><th>id</th><th>message</th></tr>");
        for (Fortune fortune : sorted) {
            html.append("<tr><td>").append(fortune.id()).append("</td><td>");
            escape(html, fortune.message());
            html.append("</td></tr>");
        }
        return html.append("</table></body></html>").toString();
    }

    private static void escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
