package dev.plectrum.processor.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;

/** Makes rows of ordinary values, extremes and nulls. */
final class RandomItem {
    private RandomItem() {}

    static Item item(Random random) {
        Item item = new Item();
        item.active = random.nextBoolean();
        item.flag = orNull(random, random.nextBoolean());
        item.tiny = oneOf(random, (short) 0, (short) 1, (short) -1, (short) 7, Short.MAX_VALUE, Short.MIN_VALUE);
        item.small =
                orNull(random, oneOf(random, (short) 0, (short) 3, (short) -200, Short.MAX_VALUE, Short.MIN_VALUE));
        item.stock = oneOf(random, 0, 1, -1, 12, 46341, Integer.MAX_VALUE, Integer.MIN_VALUE);
        item.sold =
                orNull(random, oneOf(random, 0, 1, -7, 100, random.nextInt(), Integer.MAX_VALUE, Integer.MIN_VALUE));
        item.views = oneOf(random, 0L, 1L, -1L, 5L, 3_037_000_500L, Long.MAX_VALUE, Long.MIN_VALUE);
        item.likes = orNull(random, oneOf(random, 0L, 2L, -1L, random.nextLong(), Long.MAX_VALUE, Long.MIN_VALUE));
        item.price = oneOf(
                random,
                decimal("0"),
                decimal("-0.01"),
                decimal("19.99"),
                decimal("99999999.99"),
                decimal("1.005"),
                decimal("-2.675"),
                decimal("1E+3"));
        item.weight = orNull(
                random,
                oneOf(
                        random,
                        decimal("0.000"),
                        decimal("2.5"),
                        decimal("-0.5"),
                        decimal("1E+20"),
                        decimal("1E-20"),
                        decimal("-123456789012345678901234567890.123456789")));
        item.name = oneOf(random, "", "a", " b ", "Desk", "\uD83D\uDE00 smile", "it's", "\t tab ");
        item.note = orNull(
                random, oneOf(random, "", "a", "A", "\u00e9", "e\u0301", "x\uD83D\uDE00y\uD83D\uDE00", "100%_\\"));
        item.from = oneOf(
                random,
                LocalDate.of(2020, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(1970, 1, 1));
        item.until = orNull(
                random,
                oneOf(random, LocalDate.of(2020, 3, 1), LocalDate.of(2024, 12, 31), LocalDate.of(1582, 10, 10)));
        item.openedAt = orNull(
                random,
                oneOf(
                        random,
                        LocalDateTime.of(2021, 3, 4, 5, 6, 7, 890_000_000),
                        LocalDateTime.of(1999, 12, 31, 23, 59, 59, 999_999_000)));
        item.code = orNull(random, oneOf(random, new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE)));
        item.status = orNull(random, oneOf(random, Item.Status.values()));
        item.size = oneOf(random, Item.Size.values());
        return item;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static <T> T orNull(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
