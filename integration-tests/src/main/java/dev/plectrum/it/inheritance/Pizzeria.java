package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Model;

/** Two tables above its own. */
@Model(ordering = "name")
public class Pizzeria extends Restaurant {
    @Column(dbDefault = "1")
    int ovens;
}
