package shop;

import dev.plectrum.annotations.Model;

@Model(table = "vouchers")
final class Voucher extends Payment {
    String code;
}
