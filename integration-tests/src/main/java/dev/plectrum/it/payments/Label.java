package dev.plectrum.it.payments;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model(ordering = "name")
public class Label {
    @Id
    Long id;

    String name;

    @Reverse("labels")
    Many<Payment> payments;

    @Reverse("banks")
    Many<BankTransfer> transfers;
}
