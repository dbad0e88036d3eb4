package dev.plectrum.orm.blog;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;

final class CommentDraft extends Draft<Comment> {
    private final Comment comment;

    CommentDraft(Comment comment) {
        this.comment = comment;
    }

    CommentDraft id(Long id) {
        comment.id = id;
        mark(CommentMapping.ID);
        return this;
    }

    CommentDraft body(String body) {
        comment.body = body;
        mark(CommentMapping.BODY);
        return this;
    }

    CommentDraft spam(Boolean spam) {
        comment.spam = spam;
        mark(CommentMapping.SPAM);
        return this;
    }

    CommentDraft post(Post post) {
        return post(Ref.of(PostMapping.INSTANCE, post));
    }

    CommentDraft post(Ref<Post> post) {
        comment.post = post;
        mark(CommentMapping.POST);
        return this;
    }

    CommentDraft parent(Comment parent) {
        return parent(Ref.of(CommentMapping.INSTANCE, parent));
    }

    CommentDraft parent(Ref<Comment> parent) {
        comment.parent = parent;
        mark(CommentMapping.PARENT);
        return this;
    }

    @Override
    protected Comment finish() {
        return comment;
    }
}
