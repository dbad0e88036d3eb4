package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model
public record Product(@Id Long id, @Reverse("target") Many<Note> notes) {}
