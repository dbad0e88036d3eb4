package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
sealed interface Shape {
    @Model
    record Circle(@Id Long id, int radius) implements Shape {}
}
