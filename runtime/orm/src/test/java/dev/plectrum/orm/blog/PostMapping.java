package dev.plectrum.orm.blog;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PostMapping extends Mapping<Post, PostFields, PostDraft> {
    static final ColumnDef<Long> ID =
            ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> TITLE = ColumnDef.of(1, "title", "title", Types.TEXT);
    static final ColumnDef<Integer> RATING = ColumnDef.of(2, "rating", "rating", Types.INT4);
    static final ColumnDef<Long> AUTHOR = ColumnDef.of(3, "author", "author_id", Types.INT8);
    static final ColumnDef<Long> EDITOR =
            ColumnDef.of(4, "editor", "editor_id", Types.INT8).nullable();
    static final ColumnDef<LocalDate> PUBLISHED_ON =
            ColumnDef.of(5, "publishedOn", "published_on", Types.DATE).nullable();
    static final Relation TO_AUTHOR = Relation.toOne("author", () -> AuthorMapping.INSTANCE, AUTHOR, "id", false);
    static final Relation TO_EDITOR = Relation.toOne("editor", () -> AuthorMapping.INSTANCE, EDITOR, "id", true);
    static final Relation COMMENTS = Relation.toMany("comments", () -> CommentMapping.INSTANCE, ID, "post_id");
    static final JoinTable TAGS =
            JoinTable.of("tags", "post_tags", ID, "post_id", "tag_id", () -> TagMapping.INSTANCE, "id", Types.INT8);
    static final PostMapping INSTANCE = new PostMapping();

    private PostMapping() {
        super(
                "Post",
                "post",
                new FixedSql(
                        "SELECT id, title, rating, author_id, editor_id, published_on\nFROM post\nWHERE id = $1::int8",
                        "INSERT INTO post (title, rating, author_id, editor_id, published_on)\nVALUES ($1::text, $2::int4, $3::int8, $4::int8, $5::date)\nRETURNING id",
                        0b1,
                        "UPDATE post\nSET title = $1::text, rating = $2::int4, author_id = $3::int8, editor_id = $4::int8, published_on = $5::date\nWHERE id = $6::int8\nRETURNING id",
                        "DELETE FROM post\nWHERE id = $1::int8"),
                ID,
                TITLE,
                RATING,
                AUTHOR,
                EDITOR,
                PUBLISHED_ON);
    }

    @Override
    protected Post decode(Row row, int at, Batch batch) {
        return read(new Post(), row, at, batch);
    }

    @Override
    protected Post read(Post post, Row row, int at, Batch batch) {
        post.id = row.getLong(at + 0);
        post.title = row.getString(at + 1);
        post.rating = row.getInteger(at + 2);
        post.author = batch.ref(TO_AUTHOR, row.getLong(at + 3));
        post.editor = batch.ref(TO_EDITOR, row.getLong(at + 4));
        post.publishedOn = row.getLocalDate(at + 5);
        post.comments = batch.many(COMMENTS, post.id);
        post.tags = batch.many(TAGS, post.id);
        return post;
    }

    @Override
    protected Post refresh(Post post, Row row, Batch batch) {
        post.id = row.getLong(0);
        post.comments = batch.many(COMMENTS, post.id);
        post.tags = batch.many(TAGS, post.id);
        return post;
    }

    @Override
    protected @Nullable Object value(Post post, int column) {
        return switch (column) {
            case 0 -> post.id;
            case 1 -> post.title;
            case 2 -> post.rating;
            case 3 -> post.author == null ? null : post.author.id();
            case 4 -> post.editor == null ? null : post.editor.id();
            case 5 -> post.publishedOn;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    protected @Nullable Object reference(Post post, Relation relation) {
        if (relation == TO_AUTHOR) {
            return post.author;
        }
        if (relation == TO_EDITOR) {
            return post.editor;
        }
        return null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(new ForeignKeyDef(TO_AUTHOR, OnDelete.CASCADE), new ForeignKeyDef(TO_EDITOR, OnDelete.SET_NULL));
    }

    @Override
    protected List<JoinTable> joinTables() {
        return List.of(TAGS);
    }

    @Override
    public PostFields fields(Path path) {
        return new PostFields(path);
    }

    @Override
    protected PostDraft draft() {
        return new PostDraft(new Post());
    }

    @Override
    protected PostDraft draft(Post post) {
        return new PostDraft(post);
    }
}
