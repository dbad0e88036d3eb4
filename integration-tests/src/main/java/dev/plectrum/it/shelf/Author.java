package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** Who writes, edits and reviews books. */
@Model(ordering = "name")
public class Author {
    @Id
    Long id;

    String name;

    @Nullable Integer age;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Author> mentor;

    @ManyToMany
    Many<Author> friends;

    @ManyToMany(symmetrical = false)
    Many<Author> follows;

    @Reverse("follows")
    Many<Author> followers;

    @Reverse("mentor")
    Many<Author> pupils;

    @Reverse("author")
    Many<Book> books;

    @Reverse("editor")
    Many<Book> edited;

    @Reverse("reviewer")
    Many<Review> reviews;

    @Reverse("author")
    Ref<Profile> profile;
}
