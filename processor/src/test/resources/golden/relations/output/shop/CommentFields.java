package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Comment} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Comment table=comment record public",
            "field name=id type=INT8 java=long role=IDENTITY component",
            "field name=body type=TEXT component",
            "relation name=post kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Post> onDelete=CASCADE column=post_id deferrable=NO index target=shop/Post targetTable=post targetColumn=id type=INT8 component",
            "relation name=parent kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Comment> nullable onDelete=CASCADE column=parent_id deferrable=NO index target=shop/Comment targetTable=comment targetColumn=id type=INT8 component"
        }
)
@Generated("dev.plectrum")
public final class CommentFields extends Fields<CommentFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, CommentMapping.ID);

    /** {@code body text} */
    public final TextColumn body = new TextColumn(this, CommentMapping.BODY);

    /** {@code post_id bigint} */
    public final RefColumn<Post, Long> post = new RefColumn<>(this, CommentMapping.POST, CommentMapping.TO_POST);

    /** {@code parent_id bigint}, may be missing */
    public final RefColumn<Comment, Long> parent = new RefColumn<>(this, CommentMapping.PARENT, CommentMapping.TO_PARENT);

    CommentFields(Path path) {
        super(path);
    }

    /** The post that this row points to. */
    public PostFields post() {
        return follow(CommentMapping.TO_POST);
    }

    /** The comment that this row points to, if any. */
    public CommentFields parent() {
        return follow(CommentMapping.TO_PARENT);
    }
}
