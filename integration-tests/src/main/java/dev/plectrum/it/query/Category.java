package dev.plectrum.it.query;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A shelf of the shop in the chapter on queries. */
@Model(ordering = "name")
public class Category {
    @Id
    Long id;

    String name;
}
