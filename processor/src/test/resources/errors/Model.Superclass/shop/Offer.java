package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Offer extends Dated {
    @Id Long id;
}
