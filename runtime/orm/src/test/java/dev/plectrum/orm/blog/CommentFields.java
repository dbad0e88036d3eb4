package dev.plectrum.orm.blog;

import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.BooleanColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;

final class CommentFields extends Fields<CommentFields> {
    public final NumberColumn<Long> id = new NumberColumn<>(this, CommentMapping.ID);
    public final TextColumn body = new TextColumn(this, CommentMapping.BODY);
    public final BooleanColumn spam = new BooleanColumn(this, CommentMapping.SPAM);
    public final RefColumn<Post, Long> post = new RefColumn<>(this, CommentMapping.POST, CommentMapping.TO_POST);
    public final RefColumn<Comment, Long> parent =
            new RefColumn<>(this, CommentMapping.PARENT, CommentMapping.TO_PARENT);

    CommentFields(Path path) {
        super(path);
    }

    public PostFields post() {
        return follow(CommentMapping.TO_POST);
    }

    public CommentFields parent() {
        return follow(CommentMapping.TO_PARENT);
    }
}
