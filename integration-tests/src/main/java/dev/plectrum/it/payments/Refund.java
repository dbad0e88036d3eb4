package dev.plectrum.it.payments;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

@Model(ordering = "id")
public class Refund {
    @Id
    Long id;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Payment> payment;
}
