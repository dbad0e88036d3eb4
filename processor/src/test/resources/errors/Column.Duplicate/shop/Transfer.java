package shop;

import dev.plectrum.annotations.Model;

@Model
final class Transfer extends Payment {
    String reference;
}
