package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Review} and rows of {@code review} become each other. */
@Generated("dev.plectrum")
public final class ReviewMapping extends Mapping<Review, ReviewFields, ReviewDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", ReviewMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> AUTHOR = ColumnDef.of(1, "author", "author", Types.varchar(100));
    static final ColumnDef<Integer> STARS = ColumnDef.of(2, "stars", "stars", Types.INT4);
    static final ColumnDef<String> TEXT = ColumnDef.of(3, "text", "text", Types.TEXT).nullable();
    static final ColumnDef<Boolean> PUBLISHED = ColumnDef.of(4, "published", "published", Types.BOOL);

    private static final String SELECT = """
            SELECT id, author, stars, text, published
            FROM review
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO review (author, stars, text, published)
            VALUES ($1::text, $2::int4, $3::text, $4::bool)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE review
            SET author = $1::text, stars = $2::int4, text = $3::text, published = $4::bool
            WHERE id = $5::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM review
            WHERE id = $1::int8""";

    /** The only one. */
    public static final ReviewMapping INSTANCE = new ReviewMapping();

    private ReviewMapping() {
        super(
                "Review",
                "review",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, AUTHOR, STARS, TEXT, PUBLISHED);
    }

    @Override
    protected Review decode(Row row, int at, Batch batch) {
        return read(new Review(), row, at, batch);
    }

    @Override
    protected Review read(Review review, Row row, int at, Batch batch) {
        review.id = row.getLong(at);
        review.author = row.getString(at + 1);
        review.stars = row.getInteger(at + 2);
        review.text = row.getString(at + 3);
        review.published = row.getBoolean(at + 4);
        return review;
    }

    @Override
    protected Review refresh(Review review, Row row, Batch batch) {
        review.id = row.getLong(0);
        return review;
    }

    @Override
    protected @Nullable Object value(Review review, int column) {
        return switch (column) {
            case 0 -> review.id;
            case 1 -> review.author;
            case 2 -> review.stars;
            case 3 -> review.text;
            case 4 -> review.published;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public ReviewFields fields(Path path) {
        return new ReviewFields(path);
    }

    @Override
    protected ReviewDraft draft() {
        return new ReviewDraft(new Review());
    }

    @Override
    protected ReviewDraft draft(Review review) {
        return new ReviewDraft(review);
    }

    @Override
    public TableDef table() {
        return TableDef.of("review")
                .column("id", "bigint").identity()
                .column("author", "varchar(100)")
                .column("stars", "integer")
                .column("text", "text").nullable()
                .column("published", "boolean")
                .primaryKey("review_pkey", "id")
                .check("review_56922fcf_check", "stars BETWEEN 1 AND 5")
                .build();
    }
}
