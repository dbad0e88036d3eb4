package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Tag} and rows of {@code tag} become each other. */
@Generated("dev.plectrum")
public final class TagMapping extends Mapping<Tag, TagFields, TagDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", TagMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);
    static final JoinTable POSTS = JoinTable.of("posts", "post_tags", ID, "tag_id", "post_id", () -> PostMapping.INSTANCE, "id", Types.INT8);

    private static final String SELECT = """
            SELECT id, name
            FROM tag
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO tag (name)
            VALUES ($1::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE tag
            SET name = $1::text
            WHERE id = $2::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM tag
            WHERE id = $1::int8""";

    /** The only one. */
    public static final TagMapping INSTANCE = new TagMapping();

    private TagMapping() {
        super(
                "Tag",
                "tag",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, NAME);
    }

    @Override
    protected Tag decode(Row row, int at, Batch batch) {
        return new Tag(
                row.getLong(at), // id
                row.getString(at + 1), // name
                batch.many(POSTS, row.getLong(at))); // posts
    }

    @Override
    protected Tag refresh(Tag tag, Row row, Batch batch) {
        return new Tag(
                row.getLong(0), // id
                tag.name(), // name
                batch.many(POSTS, row.getLong(0), tag.posts())); // posts
    }

    @Override
    protected Tag attach(Tag tag, Batch batch) {
        return new Tag(
                tag.id(), // id
                tag.name(), // name
                batch.many(POSTS, tag.id(), tag.posts())); // posts
    }

    @Override
    protected @Nullable Object value(Tag tag, int column) {
        return switch (column) {
            case 0 -> tag.id();
            case 1 -> tag.name();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public TagFields fields(Path path) {
        return new TagFields(path);
    }

    @Override
    protected TagDraft draft() {
        return new TagDraft();
    }

    @Override
    protected TagDraft draft(Tag tag) {
        return new TagDraft(tag);
    }

    @Override
    public TableDef table() {
        return TableDef.of("tag")
                .column("id", "bigint").identity()
                .column("name", "text")
                .primaryKey("tag_pkey", "id")
                .unique("tag_name_fed89da1_uniq", "name")
                .build();
    }
}
