package dev.plectrum.orm.blog;

import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

class Post {
    Long id;
    String title;
    Integer rating;
    Ref<Author> author;

    @Nullable Ref<Author> editor;

    @Nullable LocalDate publishedOn;

    Many<Comment> comments;
    Many<Tag> tags;
}
