package dev.plectrum.it.blog;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model(ordering = "name")
public class Tag {
    @Id
    Long id;

    @Column(unique = true)
    String name;
}
