package dev.plectrum.benchmarks.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    private final Bytes bytes = new Bytes();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "quote \" backslash \\ slash /", "line\nreturn\rtab\tbell\u0007", "é ß フ 𝄞 \uFFFF"
            })
    void writesStringsThatAJsonReaderReadsBack(String value) {
        bytes.raw('[').string(value).raw(']');
        assertThat(new JsonArray(bytes.toBuffer()).getString(0)).isEqualTo(value);
    }

    @Test
    void writesHalfASurrogatePairAsAQuestionMark() {
        assertThat(bytes.string("a\uD834b").toString()).isEqualTo("\"a?b\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, -10, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE})
    void writesNumbers(long value) {
        assertThat(bytes.number(value).toString()).isEqualTo(Long.toString(value));
    }

    @Test
    void writesDecimalsWithoutAnExponent() {
        assertThat(bytes.decimal(new BigDecimal("1E+3")).toString()).isEqualTo("\"1000\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01T00:00:00Z", "1999-12-31T23:59:59.000123Z"})
    void writesTimes(String time) {
        assertThat(bytes.time(OffsetDateTime.parse(time)).toString()).isEqualTo('"' + time + '"');
    }

    @Test
    void writesTimesOfOtherZonesInUtc() {
        assertThat(bytes.time(OffsetDateTime.parse("2025-01-01T01:00:00+02:00")).toString())
                .isEqualTo("\"2024-12-31T23:00:00Z\"");
    }

    @Test
    void escapesHtml() {
        assertThat(bytes.html("<b a=\"1\" c='2'>&フ").toString())
                .isEqualTo("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;フ");
    }

    @Test
    void growsAndStartsAnew() {
        String big = "x".repeat(100_000);
        assertThat(bytes.string(big).toString()).hasSize(100_002);
        assertThat(bytes.clear().raw('a').toBuffer().toString()).isEqualTo("a");
    }
}
