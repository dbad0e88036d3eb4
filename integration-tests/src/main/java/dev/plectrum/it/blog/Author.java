package dev.plectrum.it.blog;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;

@Model
public class Author {
    @Id
    Long id;

    String name;

    @Reverse("author")
    Many<Post> posts;

    @Reverse("author")
    Ref<Profile> profile;

    @ManyToMany(symmetrical = false)
    Many<Author> friends;
}
