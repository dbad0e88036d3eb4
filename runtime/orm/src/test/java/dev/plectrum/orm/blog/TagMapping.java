package dev.plectrum.orm.blog;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

final class TagMapping extends Mapping<Tag, TagFields, TagDraft> {
    static final ColumnDef<Long> ID =
            ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);
    static final TagMapping INSTANCE = new TagMapping();

    private TagMapping() {
        super(
                "Tag",
                "tag",
                new FixedSql(
                        "SELECT id, name\nFROM tag\nWHERE id = $1::int8",
                        "INSERT INTO tag (name)\nVALUES ($1::text)\nRETURNING id",
                        0b1,
                        "UPDATE tag\nSET name = $1::text\nWHERE id = $2::int8\nRETURNING id",
                        "DELETE FROM tag\nWHERE id = $1::int8"),
                ID,
                NAME);
    }

    @Override
    protected Tag decode(Row row, int at, Batch batch) {
        return read(new Tag(), row, at, batch);
    }

    @Override
    protected Tag read(Tag tag, Row row, int at, Batch batch) {
        tag.id = row.getLong(at + 0);
        tag.name = row.getString(at + 1);
        return tag;
    }

    @Override
    protected Tag refresh(Tag tag, Row row, Batch batch) {
        tag.id = row.getLong(0);
        return tag;
    }

    @Override
    protected @Nullable Object value(Tag tag, int column) {
        return switch (column) {
            case 0 -> tag.id;
            case 1 -> tag.name;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public TagFields fields(Path path) {
        return new TagFields(path);
    }

    @Override
    protected TagDraft draft() {
        return new TagDraft(new Tag());
    }

    @Override
    protected TagDraft draft(Tag tag) {
        return new TagDraft(tag);
    }
}
