package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Version;

@Model(kind = "card")
final class Cheque extends Payment {
    @Column(dbDefault = "'Bank'")
    String bank;

    @Version
    int version;
}
