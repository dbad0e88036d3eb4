package dev.plectrum.it.query;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import org.jspecify.annotations.Nullable;

/** A blog of Django's documentation. */
@Model
public class Blog {
    @Id
    Long id;

    String name;

    @Nullable String tagline;

    @Reverse("blog")
    Many<Entry> entries;
}
