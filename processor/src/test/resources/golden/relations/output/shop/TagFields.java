package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Tag} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Tag table=tag record public",
            "field name=id type=INT8 role=IDENTITY component",
            "field name=name type=TEXT unique component",
            "relation name=posts kind=REVERSE java=dev.plectrum.orm/Many<shop/Post> reverse=tags target=shop/Post targetTable=post targetColumn=id type=INT8 from=id join=post_tags near=tag_id far=post_id component"
        }
)
@Generated("dev.plectrum")
public final class TagFields extends Fields<TagFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, TagMapping.ID);

    /** {@code name text} */
    public final TextColumn name = new TextColumn(this, TagMapping.NAME);

    TagFields(Path path) {
        super(path);
    }

    /** The posts of this row. */
    public PostFields posts() {
        return follow(TagMapping.POSTS);
    }
}
