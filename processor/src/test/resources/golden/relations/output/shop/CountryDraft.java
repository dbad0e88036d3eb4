package shop;

import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Country} being written down. What is not set takes the database's default. */
@Generated("dev.plectrum")
public final class CountryDraft extends Draft<Country> {
    private @Nullable String code;
    private @Nullable String name;

    CountryDraft() {}

    CountryDraft(Country country) {
        code = country.code();
        name = country.name();
    }

    /** Sets {@code code varchar(2)}. */
    public CountryDraft code(String code) {
        this.code = code;
        mark(CountryMapping.CODE);
        return this;
    }

    /** Sets {@code name text}. */
    public CountryDraft name(String name) {
        this.name = name;
        mark(CountryMapping.NAME);
        return this;
    }

    @Override
    protected Country finish() {
        return new Country(
                given(code, "code"),
                given(name, "name"));
    }
}
