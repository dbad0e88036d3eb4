package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Response;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
            return Response.of(200, "text/html; charset=utf-8", html(found));
        });
    }

    private static Buffer html(List<Fortune> sorted) {
        Buffer html = Buffer.buffer(2048).appendBytes(BEGIN);
        for (Fortune fortune : sorted) {
            html.appendBytes(ROW)
                    .appendString(Integer.toString(fortune.id()))
                    .appendBytes(CELL)
                    .appendString(escape(fortune.message()))
                    .appendBytes(ROW_END);
        }
        return html.appendBytes(END);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("<>&\"'".indexOf(text.charAt(i)) >= 0) {
                return text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
            }
        }
        return text;
    }
}
