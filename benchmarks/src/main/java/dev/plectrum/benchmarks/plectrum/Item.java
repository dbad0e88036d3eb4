package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What gets written. */
@Model
public class Item {
    @Id
    Long id;

    @Column(maxLength = 100)
    String name;

    int qty;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    Instant created;

    /** An item that is not stored yet. */
    static Item sample(int number) {
        Item item = new Item();
        item.name = "Item " + number;
        item.qty = number % 100;
        item.price = BigDecimal.valueOf(number, 2);
        item.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return item;
    }

    static List<Item> samples(int count) {
        List<Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(sample(i));
        }
        return items;
    }
}
