package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

@Model
public class Dish {
    @Id
    Long id;

    String name;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Restaurant> restaurant;
}
