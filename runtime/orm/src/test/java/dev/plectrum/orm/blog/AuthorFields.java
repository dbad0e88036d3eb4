package dev.plectrum.orm.blog;

import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;

final class AuthorFields extends Fields<AuthorFields> {
    public final NumberColumn<Long> id = new NumberColumn<>(this, AuthorMapping.ID);
    public final TextColumn name = new TextColumn(this, AuthorMapping.NAME);

    AuthorFields(Path path) {
        super(path);
    }

    public PostFields posts() {
        return follow(AuthorMapping.POSTS);
    }
}
