package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Product} and rows of {@code product} become each other. */
@Generated("dev.plectrum")
public final class ProductMapping extends Mapping<Product, ProductFields, ProductDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", ProductMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final Relation NOTES = Relation.toMany("notes", () -> NoteMapping.INSTANCE, ID, "target_id").toThose(new Kind(ColumnDef.of(0, "target_kind", "target_kind", Types.TEXT), "product"));

    private static final String SELECT = """
            SELECT id
            FROM product
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO product DEFAULT VALUES
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE product
            SET id = id
            WHERE id = $1::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM product
            WHERE id = $1::int8""";

    /** The only one. */
    public static final ProductMapping INSTANCE = new ProductMapping();

    private ProductMapping() {
        super(
                "Product",
                "product",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID);
    }

    @Override
    protected Product decode(Row row, int at, Batch batch) {
        return new Product(
                row.getLong(at), // id
                batch.many(NOTES, row.getLong(at))); // notes
    }

    @Override
    protected Product refresh(Product product, Row row, Batch batch) {
        return new Product(
                row.getLong(0), // id
                batch.many(NOTES, row.getLong(0), product.notes())); // notes
    }

    @Override
    protected Product attach(Product product, Batch batch) {
        return new Product(
                product.id(), // id
                batch.many(NOTES, product.id(), product.notes())); // notes
    }

    @Override
    protected @Nullable Object value(Product product, int column) {
        return switch (column) {
            case 0 -> product.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public ProductFields fields(Path path) {
        return new ProductFields(path);
    }

    @Override
    protected ProductDraft draft() {
        return new ProductDraft();
    }

    @Override
    protected ProductDraft draft(Product product) {
        return new ProductDraft(product);
    }

    @Override
    protected List<Relation> dependents() {
        return List.of(NOTES);
    }

    @Override
    public TableDef table() {
        return TableDef.of("product")
                .column("id", "bigint").identity()
                .primaryKey("product_pkey", "id")
                .build();
    }
}
