package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.GenericForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.AnyRef;

/** What somebody says of a place, or of the restaurant that it goes on as. */
@Model(ordering = "id")
public class Tip {
    @Id
    Long id;

    String text;

    @GenericForeignKey({Place.class, Restaurant.class})
    AnyRef<Place> about;
}
