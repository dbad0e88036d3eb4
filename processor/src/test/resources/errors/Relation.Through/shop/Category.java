package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Category {
    @Id Long id;
    @Column(unique = true) String name;
}
