package dev.plectrum.orm.blog;

import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

class Comment {
    Long id;
    String body;
    Boolean spam;
    Ref<Post> post;

    @Nullable Ref<Comment> parent;
}
