package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** Who writes posts. */
@Model
public class Author {
    @Id
    Long id;

    @Column(maxLength = 100)
    String name;

    @Column(maxLength = 100)
    String email;
}
