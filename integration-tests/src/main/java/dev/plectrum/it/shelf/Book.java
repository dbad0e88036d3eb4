package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** A book. */
@Model
public class Book {
    @Id
    Long id;

    String title;

    @Nullable Integer pages;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Publisher> publisher;

    @ForeignKey(onDelete = CASCADE)
    Ref<Author> author;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Author> editor;

    @OneToOne(onDelete = SET_NULL)
    @Nullable Ref<Book> sequelOf;

    @ManyToMany
    Many<Genre> genres;

    @ManyToMany(through = Win.class)
    Many<Prize> prizes;

    @Reverse("sequelOf")
    Ref<Book> sequel;

    @Reverse("book")
    Many<Win> wins;

    @Reverse("book")
    Many<Chapter> chapters;

    @Reverse("book")
    Many<Review> reviews;
}
