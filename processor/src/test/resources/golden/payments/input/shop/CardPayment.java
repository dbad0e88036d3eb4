package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.Ref;

@Model(kind = "card", ordering = "-amount")
@Unique(fields = "amount")
@Unique(fields = {"customer", "number"})
@Check("length(number) >= 4")
public final class CardPayment extends Payment {
    String number;

    @ForeignKey(onDelete = OnDelete.PROTECT)
    Ref<Customer> holder;
}
