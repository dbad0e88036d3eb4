package shop;

import dev.plectrum.annotations.Model;

@Model
final class Card extends Payment {}
