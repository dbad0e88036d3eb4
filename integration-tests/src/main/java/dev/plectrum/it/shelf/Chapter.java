package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** A part of a book. */
@Model
public class Chapter {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Book> book;

    @Nullable String title;

    @Nullable Integer pages;
}
