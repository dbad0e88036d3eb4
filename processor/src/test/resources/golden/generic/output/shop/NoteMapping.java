package shop;

import dev.plectrum.orm.AnyRelation;
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
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Note} and rows of {@code note} become each other. */
@Generated("dev.plectrum")
public final class NoteMapping extends Mapping<Note, NoteFields, NoteDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", NoteMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> TARGET_KIND = ColumnDef.of(1, "target.kind", "target_kind", Types.TEXT);
    static final ColumnDef<Long> TARGET_ID = ColumnDef.of(2, "target.id", "target_id", Types.INT8);
    static final ColumnDef<String> FOUND_IN_KIND = ColumnDef.of(3, "foundIn.kind", "source_kind", Types.TEXT).nullable();
    static final ColumnDef<Long> FOUND_IN_ID = ColumnDef.of(4, "foundIn.id", "source_id", Types.INT8).nullable();

    static final AnyRelation TO_TARGET = AnyRelation.of("target", TARGET_KIND, TARGET_ID)
            .to("product", Product.class, () -> ProductMapping.INSTANCE, "id")
            .to("crm.Customer", Customer.class, () -> CustomerMapping.INSTANCE, "id");

    static final AnyRelation TO_FOUND_IN = AnyRelation.of("foundIn", FOUND_IN_KIND, FOUND_IN_ID)
            .to("product", Product.class, () -> ProductMapping.INSTANCE, "id");

    private static final String SELECT = """
            SELECT id, target_kind, target_id, source_kind, source_id
            FROM note
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO note (target_kind, target_id, source_kind, source_id)
            VALUES ($1::text, $2::int8, $3::text, $4::int8)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE note
            SET target_kind = $1::text, target_id = $2::int8, source_kind = $3::text, source_id = $4::int8
            WHERE id = $5::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM note
            WHERE id = $1::int8""";

    /** The only one. */
    public static final NoteMapping INSTANCE = new NoteMapping();

    private NoteMapping() {
        super(
                "Note",
                "note",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, TARGET_KIND, TARGET_ID, FOUND_IN_KIND, FOUND_IN_ID);
    }

    @Override
    protected Note decode(Row row, int at, Batch batch) {
        return read(new Note(), row, at, batch);
    }

    @Override
    protected Note read(Note note, Row row, int at, Batch batch) {
        note.id = row.getLong(at);
        note.target = batch.anyRefTo(TO_TARGET, row.getString(at + 1), row.getLong(at + 2));
        note.foundIn = batch.anyRef(TO_FOUND_IN, row.getString(at + 3), row.getLong(at + 4));
        return note;
    }

    @Override
    protected Note refresh(Note note, Row row, Batch batch) {
        note.id = row.getLong(0);
        return note;
    }

    @Override
    protected @Nullable Object value(Note note, int column) {
        return switch (column) {
            case 0 -> note.id;
            case 1 -> note.target == null ? null : note.target.kind();
            case 2 -> note.target == null ? null : note.target.id();
            case 3 -> note.foundIn == null ? null : note.foundIn.kind();
            case 4 -> note.foundIn == null ? null : note.foundIn.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public NoteFields fields(Path path) {
        return new NoteFields(path);
    }

    @Override
    protected NoteDraft draft() {
        return new NoteDraft(new Note());
    }

    @Override
    protected NoteDraft draft(Note note) {
        return new NoteDraft(note);
    }

    @Override
    protected @Nullable Object reference(Note note, Relation relation) {
        if (note.target != null && note.target.along(relation) != null) {
            return note.target.along(relation);
        }
        if (note.foundIn != null && note.foundIn.along(relation) != null) {
            return note.foundIn.along(relation);
        }
        return null;
    }

    @Override
    protected List<AnyRelation> anyRelations() {
        return List.of(TO_TARGET, TO_FOUND_IN);
    }

    @Override
    public TableDef table() {
        return TableDef.of("note")
                .column("id", "bigint").identity()
                .column("target_kind", "text")
                .column("target_id", "bigint")
                .column("source_kind", "text").nullable()
                .column("source_id", "bigint").nullable()
                .primaryKey("note_pkey", "id")
                .check("note_target_kind_86ab81d2_check", "target_kind IN ('product', 'crm.Customer')")
                .check("note_source_kind_0a82d96a_check", "(source_kind IS NULL) = (source_id IS NULL) AND (source_kind IS NULL OR source_kind IN ('product'))")
                .index("note_target_kind_target_id_1067c1fa_idx", "btree", "target_kind", "target_id")
                .build();
    }
}
