package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;

@Model
abstract sealed class Payment permits Card, Cash, Cheque, Voucher {
    @Id
    Long id;

    BigDecimal amount;
}
