package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Author} and rows of {@code author} become each other. */
@Generated("dev.plectrum")
public final class AuthorMapping extends Mapping<Author, AuthorFields, AuthorDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", AuthorMapping.class);

    static final ColumnDef<Integer> ID = ColumnDef.of(0, "id", "id", Types.INT4).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);
    static final Relation POSTS = Relation.toMany("posts", () -> PostMapping.INSTANCE, ID, "author_id");

    private static final String SELECT = """
            SELECT id, name
            FROM author
            WHERE id = $1::int4""";

    private static final String INSERT = """
            INSERT INTO author (name)
            VALUES ($1::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE author
            SET name = $1::text
            WHERE id = $2::int4
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM author
            WHERE id = $1::int4""";

    /** The only one. */
    public static final AuthorMapping INSTANCE = new AuthorMapping();

    private AuthorMapping() {
        super(
                "Author",
                "author",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, NAME);
    }

    @Override
    protected Author decode(Row row, int at, Batch batch) {
        return read(new Author(), row, at, batch);
    }

    @Override
    protected Author read(Author author, Row row, int at, Batch batch) {
        author.id = row.getInteger(at);
        author.name = row.getString(at + 1);
        author.posts = batch.many(POSTS, author.id);
        return author;
    }

    @Override
    protected Author refresh(Author author, Row row, Batch batch) {
        author.id = row.getInteger(0);
        return attach(author, batch);
    }

    @Override
    protected Author attach(Author author, Batch batch) {
        author.posts = batch.many(POSTS, author.id, author.posts);
        return author;
    }

    @Override
    protected @Nullable Object value(Author author, int column) {
        return switch (column) {
            case 0 -> author.id;
            case 1 -> author.name;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public AuthorFields fields(Path path) {
        return new AuthorFields(path);
    }

    @Override
    protected AuthorDraft draft() {
        return new AuthorDraft(new Author());
    }

    @Override
    protected AuthorDraft draft(Author author) {
        return new AuthorDraft(author);
    }

    @Override
    public TableDef table() {
        return TableDef.of("author")
                .column("id", "integer").identity()
                .column("name", "text")
                .primaryKey("author_pkey", "id")
                .build();
    }
}
