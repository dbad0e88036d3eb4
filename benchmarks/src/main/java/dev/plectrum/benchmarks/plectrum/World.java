package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A number by its key, which the data set gave it. */
@Model
public class World {
    @Id(source = Id.Source.ASSIGNED)
    int id;

    @Column(name = "randomnumber")
    int randomNumber;
}
