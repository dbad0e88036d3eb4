package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

@Model(ordering = "id")
public class Review {
    @Id
    Long id;

    String text;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Place> place;
}
