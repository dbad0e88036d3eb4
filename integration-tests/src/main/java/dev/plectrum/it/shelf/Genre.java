package dev.plectrum.it.shelf;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

/** What books are about. */
@Model(ordering = "name")
public class Genre {
    @Id
    Long id;

    String name;

    @Reverse("genres")
    Many<Book> books;
}
