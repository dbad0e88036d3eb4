package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
abstract sealed class Payment permits Card {
    @Id Long id;
}
