package dev.plectrum.orm.blog;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

final class PostDraft extends Draft<Post> {
    private final Post post;

    PostDraft(Post post) {
        this.post = post;
    }

    PostDraft id(Long id) {
        post.id = id;
        mark(PostMapping.ID);
        return this;
    }

    PostDraft title(String title) {
        post.title = title;
        mark(PostMapping.TITLE);
        return this;
    }

    PostDraft rating(Integer rating) {
        post.rating = rating;
        mark(PostMapping.RATING);
        return this;
    }

    PostDraft author(Author author) {
        return author(Ref.of(AuthorMapping.INSTANCE, author));
    }

    PostDraft author(Ref<Author> author) {
        post.author = author;
        mark(PostMapping.AUTHOR);
        return this;
    }

    PostDraft editor(Author editor) {
        return editor(Ref.of(AuthorMapping.INSTANCE, editor));
    }

    PostDraft editor(Ref<Author> editor) {
        post.editor = editor;
        mark(PostMapping.EDITOR);
        return this;
    }

    PostDraft publishedOn(@Nullable LocalDate publishedOn) {
        post.publishedOn = publishedOn;
        mark(PostMapping.PUBLISHED_ON);
        return this;
    }

    @Override
    protected Post finish() {
        return post;
    }
}
