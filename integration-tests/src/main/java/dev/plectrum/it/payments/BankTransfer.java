package dev.plectrum.it.payments;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.Many;
import org.jspecify.annotations.Nullable;

@Model(ordering = "-amount")
@Unique(fields = "amount") @Index(fields = "iban")
public final class BankTransfer extends Payment {
    String iban;

    @Nullable String reference;

    Status status = Status.PENDING;

    @GeneratedField("upper(iban)")
    String printed;

    @ManyToMany
    Many<Label> banks;

    /** How far it is. */
    enum Status {
        PENDING,
        DONE
    }
}
