package dev.plectrum.it.query;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

/** An author of Django's documentation, with an order of its own. */
@Model(ordering = "name")
public class Writer {
    @Id
    Long id;

    String name;

    @Nullable Integer age;
}
