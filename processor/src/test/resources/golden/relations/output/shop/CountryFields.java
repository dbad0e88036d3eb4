package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Country} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Country table=country record public",
            "field name=code type=varchar(2) role=ASSIGNED maxLength=2 component",
            "field name=name type=TEXT component"
        }
)
@Generated("dev.plectrum")
public final class CountryFields extends Fields<CountryFields> {
    /** {@code code varchar(2)} */
    public final TextColumn code = new TextColumn(this, CountryMapping.CODE);

    /** {@code name text} */
    public final TextColumn name = new TextColumn(this, CountryMapping.NAME);

    CountryFields(Path path) {
        super(path);
    }
}
