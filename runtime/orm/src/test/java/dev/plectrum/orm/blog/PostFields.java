package dev.plectrum.orm.blog;

import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.DateColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;

final class PostFields extends Fields<PostFields> {
    public final NumberColumn<Long> id = new NumberColumn<>(this, PostMapping.ID);
    public final TextColumn title = new TextColumn(this, PostMapping.TITLE);
    public final NumberColumn<Integer> rating = new NumberColumn<>(this, PostMapping.RATING);
    public final RefColumn<Author, Long> author = new RefColumn<>(this, PostMapping.AUTHOR, PostMapping.TO_AUTHOR);
    public final RefColumn<Author, Long> editor = new RefColumn<>(this, PostMapping.EDITOR, PostMapping.TO_EDITOR);

    public final DateColumn publishedOn = new DateColumn(this, PostMapping.PUBLISHED_ON);

    PostFields(Path path) {
        super(path);
    }

    public AuthorFields author() {
        return follow(PostMapping.TO_AUTHOR);
    }

    public AuthorFields editor() {
        return follow(PostMapping.TO_EDITOR);
    }

    public CommentFields comments() {
        return follow(PostMapping.COMMENTS);
    }

    public TagFields tags() {
        return follow(PostMapping.TAGS);
    }
}
