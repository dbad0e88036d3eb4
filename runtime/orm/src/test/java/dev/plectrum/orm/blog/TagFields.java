package dev.plectrum.orm.blog;

import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;

final class TagFields extends Fields<TagFields> {
    public final NumberColumn<Long> id = new NumberColumn<>(this, TagMapping.ID);
    public final TextColumn name = new TextColumn(this, TagMapping.NAME);

    TagFields(Path path) {
        super(path);
    }
}
