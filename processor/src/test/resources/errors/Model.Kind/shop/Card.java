package shop;

import dev.plectrum.annotations.Model;

@Model
non-sealed class Card extends Payment {
    String number;
}
