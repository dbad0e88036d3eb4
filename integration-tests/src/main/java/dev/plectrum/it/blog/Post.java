package dev.plectrum.it.blog;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.PROTECT;
import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

@Model(ordering = "id")
public class Post {
    @Id
    Long id;

    String title;
    int rating;

    @ForeignKey(onDelete = CASCADE)
    Ref<Author> author;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Author> editor;

    @ForeignKey(onDelete = PROTECT)
    @Nullable KeyRef<Country, String> country;

    @Reverse("post")
    Many<Comment> comments;

    @ManyToMany
    Many<Tag> tags;

    @ManyToMany(through = Endorsement.class)
    Many<Author> endorsers;
}
