package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.PROTECT;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** A prize that a book has won. */
@Model
public class Win {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Book> book;

    @ForeignKey(onDelete = PROTECT)
    Ref<Prize> prize;

    @Nullable Integer year;

    int rank = 1;
}
