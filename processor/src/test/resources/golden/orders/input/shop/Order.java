package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants. */
@Model(table = "orders")
public class Order {
    @Id
    Long id;

    @Column(maxLength = 200)
    String mail;

    @Nullable String note;
    Stage stage = Stage.NEW;

    @Column(precision = 10, scale = 2)
    BigDecimal total;

    List<String> tags = List.of();
    Instant placedAt;
    private boolean gift;

    public boolean isGift() {
        return gift;
    }

    public void setGift(boolean gift) {
        this.gift = gift;
    }
}
