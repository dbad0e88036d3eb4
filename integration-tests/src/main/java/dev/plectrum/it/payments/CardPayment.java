package dev.plectrum.it.payments;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;

// region kind
@Model(kind = "card")
@Check("length(number) >= 4")
@Unique(fields = {"purchase", "number"}) public final class CardPayment extends Payment {
    @Column(maxLength = 19)
    String number; // NOT NULL in rows of cards, NULL in all others

    @ForeignKey(onDelete = OnDelete.PROTECT)
    Ref<Terminal> terminal;

    @Reverse("card")
    Many<Chargeback> chargebacks;
}
// endregion
