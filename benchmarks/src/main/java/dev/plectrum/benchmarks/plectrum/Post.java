package dev.plectrum.benchmarks.plectrum;

import static dev.plectrum.annotations.OnDelete.PROTECT;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.time.Instant;

/** Something to read. */
@Model
public class Post {
    @Id
    Long id;

    @Column(maxLength = 200)
    String title;

    String body;
    Instant published;

    @ForeignKey(onDelete = PROTECT)
    Ref<Author> author;

    @ManyToMany
    Many<Tag> tags;
}
