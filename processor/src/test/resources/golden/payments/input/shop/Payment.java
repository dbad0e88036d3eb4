package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;

@Model(ordering = "id")
public abstract sealed class Payment permits BankTransfer, CardPayment, Voucher {
    @Id
    Long id;

    @Column(precision = 10, scale = 2)
    BigDecimal amount;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Customer> customer;

    @Reverse("payment")
    Many<Refund> refunds;
}
