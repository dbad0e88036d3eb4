package shop;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Model(ordering = "name")
@Index(fields = {"status", "-price"})
@Check("price >= 0")
public class Product {
    @Id Long id;
    @Column(maxLength = 200) String name;
    @Column(precision = 10, scale = 2) BigDecimal price;
    int stock;
    @Nullable String description;
    Status status = Status.DRAFT;
    @AutoNowAdd Instant createdAt;
    @AutoNow Instant updatedAt;

    @GeneratedField("price * stock") BigDecimal stockValue;
    @GeneratedField(value = "upper(name)", stored = false) String shout;

    enum Status {
        DRAFT,
        ACTIVE
    }
}
