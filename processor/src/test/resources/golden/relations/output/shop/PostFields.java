package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Post} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Post table=post public",
            "field name=id type=INT8 role=IDENTITY",
            "field name=title type=TEXT",
            "relation name=author kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Author> onDelete=CASCADE column=author_id deferrable=NO index target=shop/Author targetTable=author targetColumn=id type=INT4",
            "relation name=editor kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Author> nullable onDelete=SET_NULL column=editor_id deferrable=NO index target=shop/Author targetTable=author targetColumn=id type=INT4",
            "relation name=country kind=FOREIGN_KEY java=dev.plectrum.orm/KeyRef<shop/Country,java.lang/String> onDelete=DB_CASCADE column=country_id deferrable=NO index target=shop/Country targetTable=country targetColumn=code type=varchar(2)",
            "relation name=tags kind=MANY_TO_MANY java=dev.plectrum.orm/Many<shop/Tag> symmetrical target=shop/Tag targetTable=tag targetColumn=id type=INT8 from=id join=post_tags near=post_id far=tag_id owned",
            "relation name=comments kind=REVERSE java=dev.plectrum.orm/Many<shop/Comment> reverse=post target=shop/Comment targetTable=comment targetColumn=post_id type=INT8 from=id",
            "index field=author field=-id method=btree"
        }
)
@Generated("dev.plectrum")
public final class PostFields extends Fields<PostFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, PostMapping.ID);

    /** {@code title text} */
    public final TextColumn title = new TextColumn(this, PostMapping.TITLE);

    /** {@code author_id integer} */
    public final RefColumn<Author, Integer> author = new RefColumn<>(this, PostMapping.AUTHOR, PostMapping.TO_AUTHOR);

    /** {@code editor_id integer}, may be missing */
    public final RefColumn<Author, Integer> editor = new RefColumn<>(this, PostMapping.EDITOR, PostMapping.TO_EDITOR);

    /** {@code country_id varchar(2)} */
    public final RefColumn<Country, String> country = new RefColumn<>(this, PostMapping.COUNTRY, PostMapping.TO_COUNTRY);

    PostFields(Path path) {
        super(path);
    }

    /** The author that this row points to. */
    public AuthorFields author() {
        return follow(PostMapping.TO_AUTHOR);
    }

    /** The author that this row points to, if any. */
    public AuthorFields editor() {
        return follow(PostMapping.TO_EDITOR);
    }

    /** The country that this row points to. */
    public CountryFields country() {
        return follow(PostMapping.TO_COUNTRY);
    }

    /** The tags of this row. */
    public TagFields tags() {
        return follow(PostMapping.TAGS);
    }

    /** The comments of this row. */
    public CommentFields comments() {
        return follow(PostMapping.COMMENTS);
    }
}
