package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Country {
    @Id String code;
}
