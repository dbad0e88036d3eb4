package shop;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Comment} and rows of {@code comment} become each other. */
@Generated("dev.plectrum")
public final class CommentMapping extends Mapping<Comment, CommentFields, CommentDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", CommentMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> BODY = ColumnDef.of(1, "body", "body", Types.TEXT);
    static final ColumnDef<Long> POST = ColumnDef.of(2, "post", "post_id", Types.INT8);
    static final ColumnDef<Long> PARENT = ColumnDef.of(3, "parent", "parent_id", Types.INT8).nullable();
    static final Relation TO_POST = Relation.toOne("post", () -> PostMapping.INSTANCE, POST, "id", false);
    static final Relation TO_PARENT = Relation.toOne("parent", () -> CommentMapping.INSTANCE, PARENT, "id", true);

    private static final String SELECT = """
            SELECT id, body, post_id, parent_id
            FROM comment
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO comment (body, post_id, parent_id)
            VALUES ($1::text, $2::int8, $3::int8)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE comment
            SET body = $1::text, post_id = $2::int8, parent_id = $3::int8
            WHERE id = $4::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM comment
            WHERE id = $1::int8""";

    /** The only one. */
    public static final CommentMapping INSTANCE = new CommentMapping();

    private CommentMapping() {
        super(
                "Comment",
                "comment",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, BODY, POST, PARENT);
    }

    @Override
    protected Comment decode(Row row, int at, Batch batch) {
        return new Comment(
                row.getLong(at), // id
                row.getString(at + 1), // body
                batch.refTo(TO_POST, row.getLong(at + 2)), // post
                batch.ref(TO_PARENT, row.getLong(at + 3))); // parent
    }

    @Override
    protected Comment refresh(Comment comment, Row row, Batch batch) {
        return new Comment(
                row.getLong(0), // id
                comment.body(), // body
                comment.post(), // post
                comment.parent()); // parent
    }

    @Override
    protected @Nullable Object value(Comment comment, int column) {
        return switch (column) {
            case 0 -> comment.id() == 0 ? null : comment.id();
            case 1 -> comment.body();
            case 2 -> comment.post() == null ? null : comment.post().id();
            case 3 -> comment.parent() == null ? null : comment.parent().id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public CommentFields fields(Path path) {
        return new CommentFields(path);
    }

    @Override
    protected CommentDraft draft() {
        return new CommentDraft();
    }

    @Override
    protected CommentDraft draft(Comment comment) {
        return new CommentDraft(comment);
    }

    @Override
    protected @Nullable Object reference(Comment comment, Relation relation) {
        if (relation == TO_POST) {
            return comment.post();
        }
        if (relation == TO_PARENT) {
            return comment.parent();
        }
        return null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(
                new ForeignKeyDef(TO_POST, OnDelete.CASCADE),
                new ForeignKeyDef(TO_PARENT, OnDelete.CASCADE));
    }

    @Override
    public TableDef table() {
        return TableDef.of("comment")
                .column("id", "bigint").identity()
                .column("body", "text")
                .column("post_id", "bigint")
                .column("parent_id", "bigint").nullable()
                .primaryKey("comment_pkey", "id")
                .foreignKey("comment_post_id_9e1e597a_fkey", "post_id", "post", "id", "", Deferral.NONE)
                .foreignKey("comment_parent_id_083d1461_fkey", "parent_id", "comment", "id", "", Deferral.NONE)
                .index("comment_post_id_87db5743_idx", "btree", "post_id")
                .index("comment_parent_id_d23b348c_idx", "btree", "parent_id")
                .build();
    }
}
