package dev.plectrum.orm.blog;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CommentMapping extends Mapping<Comment, CommentFields, CommentDraft> {
    static final ColumnDef<Long> ID =
            ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> BODY = ColumnDef.of(1, "body", "body", Types.TEXT);
    static final ColumnDef<Boolean> SPAM = ColumnDef.of(2, "spam", "spam", Types.BOOL);
    static final ColumnDef<Long> POST = ColumnDef.of(3, "post", "post_id", Types.INT8);
    static final ColumnDef<Long> PARENT =
            ColumnDef.of(4, "parent", "parent_id", Types.INT8).nullable();
    static final Relation TO_POST = Relation.toOne("post", () -> PostMapping.INSTANCE, POST, "id", false);
    static final Relation TO_PARENT = Relation.toOne("parent", () -> CommentMapping.INSTANCE, PARENT, "id", true);
    static final CommentMapping INSTANCE = new CommentMapping();

    private CommentMapping() {
        super(
                "Comment",
                "comment",
                new FixedSql(
                        "SELECT id, body, spam, post_id, parent_id\nFROM comment\nWHERE id = $1::int8",
                        "INSERT INTO comment (body, spam, post_id, parent_id)\nVALUES ($1::text, $2::bool, $3::int8, $4::int8)\nRETURNING id",
                        0b1,
                        "UPDATE comment\nSET body = $1::text, spam = $2::bool, post_id = $3::int8, parent_id = $4::int8\nWHERE id = $5::int8\nRETURNING id",
                        "DELETE FROM comment\nWHERE id = $1::int8"),
                ID,
                BODY,
                SPAM,
                POST,
                PARENT);
    }

    @Override
    protected Comment decode(Row row, int at, Batch batch) {
        return read(new Comment(), row, at, batch);
    }

    @Override
    protected Comment read(Comment comment, Row row, int at, Batch batch) {
        comment.id = row.getLong(at + 0);
        comment.body = row.getString(at + 1);
        comment.spam = row.getBoolean(at + 2);
        comment.post = batch.ref(TO_POST, row.getLong(at + 3));
        comment.parent = batch.ref(TO_PARENT, row.getLong(at + 4));
        return comment;
    }

    @Override
    protected Comment refresh(Comment comment, Row row, Batch batch) {
        comment.id = row.getLong(0);
        return comment;
    }

    @Override
    protected @Nullable Object value(Comment comment, int column) {
        return switch (column) {
            case 0 -> comment.id;
            case 1 -> comment.body;
            case 2 -> comment.spam;
            case 3 -> comment.post == null ? null : comment.post.id();
            case 4 -> comment.parent == null ? null : comment.parent.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    protected @Nullable Object reference(Comment comment, Relation relation) {
        if (relation == TO_POST) {
            return comment.post;
        }
        if (relation == TO_PARENT) {
            return comment.parent;
        }
        return null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(new ForeignKeyDef(TO_POST, OnDelete.CASCADE), new ForeignKeyDef(TO_PARENT, OnDelete.CASCADE));
    }

    @Override
    public CommentFields fields(Path path) {
        return new CommentFields(path);
    }

    @Override
    protected CommentDraft draft() {
        return new CommentDraft(new Comment());
    }

    @Override
    protected CommentDraft draft(Comment comment) {
        return new CommentDraft(comment);
    }
}
