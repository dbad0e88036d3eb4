package dev.plectrum.orm.blog;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

final class AuthorMapping extends Mapping<Author, AuthorFields, AuthorDraft> {
    static final ColumnDef<Long> ID =
            ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);
    static final Relation POSTS = Relation.toMany("posts", () -> PostMapping.INSTANCE, ID, "author_id");
    static final AuthorMapping INSTANCE = new AuthorMapping();

    private AuthorMapping() {
        super(
                "Author",
                "author",
                new FixedSql(
                        "SELECT id, name\nFROM author\nWHERE id = $1::int8",
                        "INSERT INTO author (name)\nVALUES ($1::text)\nRETURNING id",
                        0b1,
                        "UPDATE author\nSET name = $1::text\nWHERE id = $2::int8\nRETURNING id",
                        "DELETE FROM author\nWHERE id = $1::int8"),
                ID,
                NAME);
    }

    @Override
    protected Author decode(Row row, int at, Batch batch) {
        return read(new Author(), row, at, batch);
    }

    @Override
    protected Author read(Author author, Row row, int at, Batch batch) {
        author.id = row.getLong(at + 0);
        author.name = row.getString(at + 1);
        author.posts = batch.many(POSTS, author.id);
        return author;
    }

    @Override
    protected Author refresh(Author author, Row row, Batch batch) {
        author.id = row.getLong(0);
        author.posts = batch.many(POSTS, author.id);
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
}
