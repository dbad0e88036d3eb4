package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.ModelRegistry;
import java.util.List;

/** All models that are compiled together. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "shop.BankTransfer",
            "shop.CardPayment",
            "shop.Customer",
            "shop.Payment",
            "shop.Refund",
            "shop.Voucher"
        }
)
public final class Models implements ModelRegistry {
    /** How each of them and its rows become each other. */
    public static final List<Mapping<?, ?, ?>> ALL = List.of(
            BankTransferMapping.INSTANCE,
            CardPaymentMapping.INSTANCE,
            CustomerMapping.INSTANCE,
            PaymentMapping.INSTANCE,
            RefundMapping.INSTANCE,
            VoucherMapping.INSTANCE);

    @Override
    public List<Mapping<?, ?, ?>> mappings() {
        return ALL;
    }
}
