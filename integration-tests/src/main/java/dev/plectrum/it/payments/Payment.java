package dev.plectrum.it.payments;

import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.annotations.Version;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;
import java.time.Instant;

// region base
@Model(ordering = "id")
@Check("amount > 0")
public abstract sealed class Payment permits CardPayment, BankTransfer, Voucher {
    @Id
    Long id;

    @Column(precision = 10, scale = 2)
    BigDecimal amount;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Purchase> purchase;

    @AutoNowAdd
    Instant at;

    @Version
    int version;

    @Reverse("payment")
    Many<Refund> refunds;

    @ManyToMany
    Many<Label> labels;
}
// endregion
