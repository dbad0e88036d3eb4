package shop;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Post} and rows of {@code post} become each other. */
@Generated("dev.plectrum")
public final class PostMapping extends Mapping<Post, PostFields, PostDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", PostMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> TITLE = ColumnDef.of(1, "title", "title", Types.TEXT);
    static final ColumnDef<Integer> AUTHOR = ColumnDef.of(2, "author", "author_id", Types.INT4);
    static final ColumnDef<Integer> EDITOR = ColumnDef.of(3, "editor", "editor_id", Types.INT4).nullable();
    static final ColumnDef<String> COUNTRY = ColumnDef.of(4, "country", "country_id", Types.varchar(2));
    static final Relation TO_AUTHOR = Relation.toOne("author", () -> AuthorMapping.INSTANCE, AUTHOR, "id", false);
    static final Relation TO_EDITOR = Relation.toOne("editor", () -> AuthorMapping.INSTANCE, EDITOR, "id", true);
    static final Relation TO_COUNTRY = Relation.toOne("country", () -> CountryMapping.INSTANCE, COUNTRY, "code", false);
    static final JoinTable TAGS = JoinTable.of("tags", "post_tags", ID, "post_id", "tag_id", () -> TagMapping.INSTANCE, "id", Types.INT8);
    static final Relation COMMENTS = Relation.toMany("comments", () -> CommentMapping.INSTANCE, ID, "post_id");

    private static final String SELECT = """
            SELECT id, title, author_id, editor_id, country_id
            FROM post
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO post (title, author_id, editor_id, country_id)
            VALUES ($1::text, $2::int4, $3::int4, $4::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE post
            SET title = $1::text, author_id = $2::int4, editor_id = $3::int4, country_id = $4::text
            WHERE id = $5::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM post
            WHERE id = $1::int8""";

    /** The only one. */
    public static final PostMapping INSTANCE = new PostMapping();

    private PostMapping() {
        super(
                "Post",
                "post",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, TITLE, AUTHOR, EDITOR, COUNTRY);
    }

    @Override
    protected Post decode(Row row, int at, Batch batch) {
        return read(new Post(), row, at, batch);
    }

    @Override
    protected Post read(Post post, Row row, int at, Batch batch) {
        post.id = row.getLong(at);
        post.title = row.getString(at + 1);
        post.author = batch.refTo(TO_AUTHOR, row.getInteger(at + 2));
        post.editor = batch.ref(TO_EDITOR, row.getInteger(at + 3));
        post.country = batch.keyRefTo(TO_COUNTRY, row.getString(at + 4));
        post.tags = batch.many(TAGS, post.id);
        post.comments = batch.many(COMMENTS, post.id);
        return post;
    }

    @Override
    protected Post refresh(Post post, Row row, Batch batch) {
        post.id = row.getLong(0);
        return attach(post, batch);
    }

    @Override
    protected Post attach(Post post, Batch batch) {
        post.tags = batch.many(TAGS, post.id, post.tags);
        post.comments = batch.many(COMMENTS, post.id, post.comments);
        return post;
    }

    @Override
    protected @Nullable Object value(Post post, int column) {
        return switch (column) {
            case 0 -> post.id;
            case 1 -> post.title;
            case 2 -> post.author == null ? null : (int) post.author.id();
            case 3 -> post.editor == null ? null : (int) post.editor.id();
            case 4 -> post.country == null ? null : post.country.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
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

    @Override
    protected @Nullable Object reference(Post post, Relation relation) {
        if (relation == TO_AUTHOR) {
            return post.author;
        }
        if (relation == TO_EDITOR) {
            return post.editor;
        }
        if (relation == TO_COUNTRY) {
            return post.country;
        }
        return null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(
                new ForeignKeyDef(TO_AUTHOR, OnDelete.CASCADE),
                new ForeignKeyDef(TO_EDITOR, OnDelete.SET_NULL),
                new ForeignKeyDef(TO_COUNTRY, OnDelete.DB_CASCADE));
    }

    @Override
    protected List<JoinTable> joinTables() {
        return List.of(TAGS);
    }

    @Override
    public TableDef table() {
        return TableDef.of("post")
                .column("id", "bigint").identity()
                .column("title", "text")
                .column("author_id", "integer")
                .column("editor_id", "integer").nullable()
                .column("country_id", "varchar(2)")
                .primaryKey("post_pkey", "id")
                .foreignKey("post_author_id_996df0f3_fkey", "author_id", "author", "id", "", Deferral.NONE)
                .foreignKey("post_editor_id_7eb54c98_fkey", "editor_id", "author", "id", "", Deferral.NONE)
                .foreignKey("post_country_id_948f4dde_fkey", "country_id", "country", "code", "CASCADE", Deferral.NONE)
                .index("post_author_id_b9f6d9c0_idx", "btree", "author_id")
                .index("post_editor_id_2d6d1862_idx", "btree", "editor_id")
                .index("post_country_id_fe55affc_idx", "btree", "country_id")
                .index("post_author_id_id_793f2fea_idx", "btree", "author_id", "id DESC")
                .build();
    }

    @Override
    public List<TableDef> tables() {
        return List.of(
                table(),
                TableDef.of("post_tags")
                        .column("post_id", "bigint")
                        .column("tag_id", "bigint")
                        .primaryKey("post_tags_pkey", "post_id", "tag_id")
                        .foreignKey("post_tags_post_id_0904a5cd_fkey", "post_id", "post", "id", "CASCADE", Deferral.NONE)
                        .foreignKey("post_tags_tag_id_9ea61bfc_fkey", "tag_id", "tag", "id", "CASCADE", Deferral.NONE)
                        .index("post_tags_tag_id_09a8529b_idx", "btree", "tag_id")
                        .build());
    }
}
