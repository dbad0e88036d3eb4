package dev.plectrum.it.payments;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model(ordering = "id")
public class Purchase {
    @Id
    Long id;

    String customer;

    @Reverse("purchase")
    Many<Payment> payments;

    @Reverse("purchase")
    Many<CardPayment> cards;
}
