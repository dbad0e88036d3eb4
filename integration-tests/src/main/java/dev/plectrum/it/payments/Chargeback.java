package dev.plectrum.it.payments;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

/** Nobody outside of the package may name it; deleting a card takes it along all the same. */
@Model(ordering = "id")
class Chargeback {
    @Id
    Long id;

    String reason;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<CardPayment> card;
}
