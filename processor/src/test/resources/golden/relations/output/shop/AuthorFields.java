package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Author} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Author table=author public",
            "field name=id type=INT4 role=IDENTITY",
            "field name=name type=TEXT",
            "relation name=posts kind=REVERSE java=dev.plectrum.orm/Many<shop/Post> reverse=author target=shop/Post targetTable=post targetColumn=author_id type=INT4 from=id"
        }
)
@Generated("dev.plectrum")
public final class AuthorFields extends Fields<AuthorFields> {
    /** {@code id integer} */
    public final NumberColumn<Integer> id = new NumberColumn<>(this, AuthorMapping.ID);

    /** {@code name text} */
    public final TextColumn name = new TextColumn(this, AuthorMapping.NAME);

    AuthorFields(Path path) {
        super(path);
    }

    /** The posts of this row. */
    public PostFields posts() {
        return follow(AuthorMapping.POSTS);
    }
}
