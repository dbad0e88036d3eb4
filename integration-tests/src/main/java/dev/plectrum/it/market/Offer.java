package dev.plectrum.it.market;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;
import dev.plectrum.annotations.Version;
import dev.plectrum.orm.Ref;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a stall offers. */
@Model(ordering = "id")
@Check("price >= 0")
@Check("amount BETWEEN 1 AND 99")
@Check("price * amount <= 10000")
@Unique(fields = {"stall", "title"}) public class Offer {
    /** How good it is. */
    public enum Grade {
        PLAIN,
        FINE
    }

    @Id
    Long id;

    @Column(maxLength = 20)
    @NotBlank String title;

    @Column(precision = 6, scale = 2)
    BigDecimal price;

    int amount;

    Grade grade = Grade.PLAIN;

    @Nullable String remark;

    @Nullable Size size;

    @Column(dbDefault = "'new'")
    String state;

    @ForeignKey(onDelete = CASCADE)
    Ref<Stall> stall;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Stall> rival;

    boolean approved;

    @AutoNowAdd
    Instant createdAt;

    @AutoNow
    Instant updatedAt;

    @Version
    int version;

    @GeneratedField("price * amount")
    BigDecimal total;
}
