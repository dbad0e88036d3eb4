package dev.plectrum.it.payments;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model(ordering = "id")
public class Terminal {
    @Id
    Long id;

    String place;

    @Reverse("terminal")
    Many<CardPayment> payments;
}
