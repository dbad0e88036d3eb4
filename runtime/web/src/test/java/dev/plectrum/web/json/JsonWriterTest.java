package dev.plectrum.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static String json(Consumer<JsonWriter> write) {
        var out = new JsonWriter(0);
        write.accept(out);
        return out.toString();
    }

    @Test
    void commasStandBetweenValuesAndNowhereElse() {
        JsonName name = JsonName.of("a \"name\"");
        assertThat(json(out -> out.startObject()
                        .field(name)
                        .startArray()
                        .number(1)
                        .nul()
                        .startObject()
                        .endObject()
                        .bool(true)
                        .endArray()
                        .field("b")
                        .string("x")
                        .field(name)
                        .number(2)
                        .endObject()))
                .isEqualTo("{\"a \\\"name\\\"\":[1,null,{},true],\"b\":\"x\",\"a \\\"name\\\"\":2}");
    }

    @Test
    void everyCharacterThatNeedsItIsEscaped() {
        assertThat(json(out -> out.string("\"\\\n\r\t\b\f\u0000\u001f\u007fé€😀")))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001f\\u007fé€😀\"");
    }

    @Test
    void halfAPairKeepsItsNumber() {
        assertThat(json(out -> out.string("a\ud83d"))).isEqualTo("\"a\\ud83d\"");
        assertThat(json(out -> out.string("\ude00b"))).isEqualTo("\"\\ude00b\"");
    }

    @Test
    void decimalsKeepTheirDigits() {
        assertThat(json(out -> out.decimal(new BigDecimal("12.50")))).isEqualTo("\"12.50\"");
        assertThat(json(out -> out.decimal(new BigDecimal("1E+3")))).isEqualTo("\"1000\"");
        assertThat(json(out -> out.decimal(BigInteger.TEN.pow(30)))).isEqualTo("\"1" + "0".repeat(30) + "\"");
        assertThat(json(out -> out.number(new BigDecimal("12.50")))).isEqualTo("12.50");
    }

    @Test
    void whatIsNoNumberInJsonIsRefused() {
        assertThatThrownBy(() -> json(out -> out.number(Double.NaN)))
                .isInstanceOf(JsonEncodingException.class)
                .hasMessage("NaN has no form in JSON");
    }

    @Test
    void anObjectThatContainsItselfIsRefused() {
        List<Object> list = Arrays.asList(new Object[1]);
        list.set(0, list);
        assertThatThrownBy(() -> json(out -> out.any(list)))
                .isInstanceOf(JsonEncodingException.class)
                .hasMessageContaining("does it contain itself?");
    }

    @Test
    void timesAreWrittenAsTheStandardSays() {
        assertThat(json(out -> out.string(Instant.parse("2025-01-01T00:00:00Z"))))
                .isEqualTo("\"2025-01-01T00:00:00Z\"");
        assertThat(json(out -> out.string(OffsetDateTime.parse("2025-01-01T09:00+01:00"))))
                .isEqualTo("\"2025-01-01T09:00:00+01:00\"");
        assertThat(json(out -> out.string(LocalDate.of(2024, 2, 29)))).isEqualTo("\"2024-02-29\"");
        assertThat(json(out -> out.string(LocalTime.of(9, 30)))).isEqualTo("\"09:30:00\"");
        assertThat(json(out -> out.string(LocalDateTime.of(2024, 2, 29, 9, 30, 1, 5000))))
                .isEqualTo("\"2024-02-29T09:30:01.000005\"");
        assertThat(json(out -> out.string(LocalDate.of(12345, 1, 1)))).isEqualTo("\"+12345-01-01\"");
    }

    @Property
    void anInstantIsWrittenAsTheJdkWritesIt(
            @ForAll @LongRange(min = -99_999_999_999L, max = 999_999_999_999L) long second,
            @ForAll @LongRange(max = 999_999_999) long nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(json(out -> out.string(instant))).isEqualTo("\"" + instant + "\"");
    }

    @Property
    void aLongIsWrittenAsTheJdkWritesIt(@ForAll long value) {
        assertThat(json(out -> out.number(value))).isEqualTo(Long.toString(value));
    }

    @Property
    void aTextIsReadBackAsItWasWritten(@ForAll String text) {
        String json = json(out -> out.startArray().string(text).string(text).endArray());
        assertThat(new io.vertx.core.json.JsonArray(json)).containsExactly(text, text);
    }
}
