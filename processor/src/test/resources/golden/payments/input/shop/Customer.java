package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model
public class Customer {
    @Id
    Long id;

    String name;

    @Reverse("customer")
    Many<Payment> payments;

    @Reverse("holder")
    Many<CardPayment> cards;
}
