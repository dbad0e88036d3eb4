package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Offer {
    @Id(source = Id.Source.UUID_V7) long id;
}
