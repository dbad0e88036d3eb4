package shop;

import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

@Model
@Index(fields = "iban")
public final class BankTransfer extends Payment {
    String iban;

    @Nullable String reference;
}
