package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class LongNumbersTest {
    @Property(tries = 100)
    void theyAreReadAsTheJdkReadsThem(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 5_000) String digits,
            @ForAll boolean negative,
            @ForAll @IntRange(min = 0, max = 5_000) int after) {
        int point = digits.length() - after;
        String text = (negative ? "-" : "")
                + (after > 0 && point > 0 ? digits.substring(0, point) + "." + digits.substring(point) : digits);

        assertThat(LongNumbers.read(text)).isEqualTo(new BigDecimal(text));
    }
}
