package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model
public record Tag(@Id Long id, @Column(unique = true) String name, @Reverse("tags") Many<Post> posts) {}
