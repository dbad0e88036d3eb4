package dev.plectrum.it.shelf;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** What books win. */
@Model
public class Prize {
    @Id
    Long id;

    String name;
}
