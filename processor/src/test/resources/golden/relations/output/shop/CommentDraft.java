package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Comment} being written down. What is not set takes the database's default. */
@Generated("dev.plectrum")
public final class CommentDraft extends Draft<Comment> {
    private long id;
    private @Nullable String body;
    private @Nullable Ref<Post> post;
    private @Nullable Ref<Comment> parent;

    CommentDraft() {}

    CommentDraft(Comment comment) {
        id = comment.id();
        body = comment.body();
        post = comment.post();
        parent = comment.parent();
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public CommentDraft id(long id) {
        this.id = id;
        mark(CommentMapping.ID);
        return this;
    }

    /** Sets {@code body text}. */
    public CommentDraft body(String body) {
        this.body = body;
        mark(CommentMapping.BODY);
        return this;
    }

    /** Sets {@code post_id bigint} to the key of a row that was created before. */
    public CommentDraft post(Post post) {
        return post(Ref.of(PostMapping.INSTANCE, post));
    }

    /** Sets {@code post_id bigint}. */
    public CommentDraft post(Ref<Post> post) {
        this.post = post;
        mark(CommentMapping.POST);
        return this;
    }

    /** Sets {@code parent_id bigint} to the key of a row that was created before. */
    public CommentDraft parent(Comment parent) {
        return parent(Ref.of(CommentMapping.INSTANCE, parent));
    }

    /** Sets {@code parent_id bigint}, which may be missing. */
    public CommentDraft parent(@Nullable Ref<Comment> parent) {
        this.parent = parent;
        mark(CommentMapping.PARENT);
        return this;
    }

    @Override
    protected Comment finish() {
        return new Comment(
                id,
                given(body, "body"),
                given(post, "post"),
                parent);
    }
}
