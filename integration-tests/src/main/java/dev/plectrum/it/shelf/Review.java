package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of a book. */
@Model
public class Review {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Book> book;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Author> reviewer;

    @Nullable Integer stars;

    String text;
}
