package dev.plectrum.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    @Test
    void markupStaysAndTextIsEscaped() {
        var page = new HtmlWriter(0)
                .markup("<td title=\"")
                .text("\"Fish & Chips\"")
                .markup("\">")
                .text("<script>alert('1')</script>")
                .markup("</td>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.toString())
                .isEqualTo("<td title=\"&quot;Fish &amp; Chips&quot;\">"
                        + "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</td>");
    }

    @Test
    void numbersAreWrittenAsTheyAre() {
        assertThat(new HtmlWriter(0)
                        .text(Long.MIN_VALUE)
                        .markup(" ")
                        .text(0)
                        .markup(" ")
                        .text(1_234_567)
                        .toString())
                .isEqualTo("-9223372036854775808 0 1234567");
    }

    @Property
    void anyTextReadsBackAsItself(@ForAll String text) {
        String html = new HtmlWriter(0).text(text).toString();
        assertThat(html).doesNotContain("<", ">", "\"", "'");
        String read = html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        // Half a pair of chars is no character, and Java's own encoder writes the same for it.
        assertThat(read).isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
