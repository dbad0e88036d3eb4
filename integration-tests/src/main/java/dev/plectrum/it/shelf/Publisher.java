package dev.plectrum.it.shelf;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

/** Who brings out books. */
@Model
public class Publisher {
    @Id
    Long id;

    String name;

    @Reverse("publisher")
    Many<Book> books;
}
