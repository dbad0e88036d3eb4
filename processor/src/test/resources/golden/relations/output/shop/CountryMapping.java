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

/** How {@link Country} and rows of {@code country} become each other. */
@Generated("dev.plectrum")
public final class CountryMapping extends Mapping<Country, CountryFields, CountryDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", CountryMapping.class);

    static final ColumnDef<String> CODE = ColumnDef.of(0, "code", "code", Types.varchar(2)).key();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);

    private static final String SELECT = """
            SELECT code, name
            FROM country
            WHERE code = $1::text""";

    private static final String INSERT = """
            INSERT INTO country (code, name)
            VALUES ($1::text, $2::text)""";

    private static final String UPDATE = """
            UPDATE country
            SET name = $1::text
            WHERE code = $2::text""";

    private static final String DELETE = """
            DELETE FROM country
            WHERE code = $1::text""";

    /** The only one. */
    public static final CountryMapping INSTANCE = new CountryMapping();

    private CountryMapping() {
        super(
                "Country",
                "country",
                new FixedSql(SELECT, INSERT, 0, UPDATE, DELETE),
                CODE, NAME);
    }

    @Override
    protected Country decode(Row row, int at, Batch batch) {
        return new Country(
                row.getString(at), // code
                row.getString(at + 1)); // name
    }

    @Override
    protected Country refresh(Country country, Row row, Batch batch) {
        return country;
    }

    @Override
    protected @Nullable Object value(Country country, int column) {
        return switch (column) {
            case 0 -> country.code();
            case 1 -> country.name();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public CountryFields fields(Path path) {
        return new CountryFields(path);
    }

    @Override
    protected CountryDraft draft() {
        return new CountryDraft();
    }

    @Override
    protected CountryDraft draft(Country country) {
        return new CountryDraft(country);
    }

    @Override
    public TableDef table() {
        return TableDef.of("country")
                .column("code", "varchar(2)")
                .column("name", "text")
                .primaryKey("country_pkey", "code")
                .build();
    }
}
