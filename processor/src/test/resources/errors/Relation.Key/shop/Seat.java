package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Seat {
    @Id(source = Id.Source.ASSIGNED) int row;
    @Id(source = Id.Source.ASSIGNED) int number;
}
