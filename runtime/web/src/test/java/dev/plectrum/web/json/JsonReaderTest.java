package dev.plectrum.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    private final FieldErrors errors = new FieldErrors(Place.BODY);

    private <T> T read(String json, JsonDecoder<T> decoder) {
        return JsonReader.decode(Buffer.buffer(json), decoder, JsonLimits.DEFAULT, errors);
    }

    private static Boolean skipped(JsonReader in) {
        in.skip();
        return true;
    }

    private List<String> messages() {
        return errors.list().stream().map(Object::toString).toList();
    }

    @Test
    void scalarsAreReadAsTheyAre() {
        assertThat(read("\"a\\u00e9\\ud83d\\ude00\"", JsonReader::string)).isEqualTo("aé😀");
        assertThat(read("9223372036854775807", JsonReader::int64)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("1e3", JsonReader::float64)).isEqualTo(1000.0);
        assertThat(read("true", JsonReader::bool)).isTrue();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void decimalsLoseNoDigitWhicheverWayTheyAreWritten() {
        String digits = "12345678901234567890.12345678901234567890";
        assertThat(read(digits, JsonReader::decimal)).isEqualTo(new BigDecimal(digits));
        assertThat(read("\"" + digits + "\"", JsonReader::decimal)).isEqualTo(new BigDecimal(digits));
    }

    @Test
    void aDecimalThatWouldFillTheMemoryIsRefused() {
        assertThat(read("1e999999999", JsonReader::decimal)).isNull();
        assertThat(read("\"1e-999999999\"", JsonReader::bigInteger)).isNull();
        assertThat(messages()).containsExactly("body : has too many digits", "body : has too many digits");
    }

    @Test
    void integersOutsideTheirTypeAreNamedErrors() {
        read("2147483648", JsonReader::int32);
        read("9223372036854775808", JsonReader::int64);
        read("1.0", JsonReader::int32);
        assertThat(messages())
                .containsExactly(
                        "body : must be between -2147483648 and 2147483647",
                        "body : must be between -9223372036854775808 and 9223372036854775807",
                        "body : must be an integer");
    }

    @Test
    void whoSentWhatIsNoJsonHearsNothingOfTheParsersSettings() {
        for (String text : List.of(
                "[".repeat(1000),
                "{\"a\": NaN}",
                "{",
                "[1",
                "/* x */ 1",
                "# x",
                "{'a': 1}",
                "9".repeat(9_999),
                "{} x",
                "\"a",
                "{\"" + "a".repeat(9_999) + "\": 1}",
                "{\"a\": 1, \"a\": 2}",
                "01",
                "\"\\x\"",
                "[1,]",
                "\"a\tb\"")) {
            assertThatThrownBy(() -> read(text, JsonReaderTest::skipped))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isInstanceOf(MalformedJsonException.class)
                    .message()
                    .doesNotContain("`")
                    .doesNotContain("ALLOW_")
                    .doesNotContain("Source");
        }
    }

    @Test
    void elementsAreNamedByTheirPlace() {
        JsonDecoder<Map<String, List<Integer>>> decoder = JsonDecoder.object(JsonDecoder.array(in -> in.int32()));
        read("{\"a\": [1, \"x\", {\"y\": [2]}, null], \"b\": 3, \"c\": [[1], 7]}", decoder);
        assertThat(messages())
                .containsExactly(
                        "body a[1]: must be an integer",
                        "body a[2]: must be an integer",
                        "body a[3]: must not be null",
                        "body b: must be an array",
                        "body c[0]: must be an integer");
    }

    @Test
    void whatNoDatabaseCanStoreIsRefused() {
        read("\"a\\u0000b\"", JsonReader::string);
        read("\"\\ud83d\"", JsonReader::string);
        assertThat(messages()).hasSize(2).allMatch(message -> message.contains("must not contain NUL"));
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}", JsonDecoder.object(in -> in.int32())))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("Duplicate");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"a\":\n ]", JsonDecoder.object(in -> in.int32())))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("", JsonReader::string)).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("1 2", in -> in.int32())).hasMessageContaining("goes on");
        assertThatThrownBy(() -> read("NaN", JsonReader::float64)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> read("[".repeat(100_000), in -> {
                    in.skip();
                    return null;
                }))
                .isInstanceOfSatisfying(MalformedJsonException.class, malformed -> assertThat(malformed.exceedsLimit())
                        .isTrue());
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[][] broken = {
            {'"', (byte) 0xc0, (byte) 0x80, '"'}, // NUL in two bytes
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, // half a pair
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xe2, (byte) 0x82},
            {'"', (byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'}, // beyond Unicode
        };
        for (byte[] bytes : broken) {
            assertThatThrownBy(() ->
                            JsonReader.decode(Buffer.buffer(bytes), JsonReader::string, JsonLimits.DEFAULT, errors))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void aHostileBodyCostsAShortAnswer() {
        read("[" + "1,".repeat(10_000) + "1]", JsonDecoder.array(JsonReader::string));
        assertThat(errors.size()).isEqualTo(100);
    }
}
