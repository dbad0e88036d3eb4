package shop;

import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code country}. */
@Generated("dev.plectrum")
public final class CountryQuerySet extends QuerySet<Country, CountryFields, CountryDraft, CountryQuerySet> {
    /** All countries of this database or transaction. */
    public CountryQuerySet(Session session) {
        super(session, CountryMapping.INSTANCE);
    }

    private CountryQuerySet(Session session, Query query) {
        super(session, CountryMapping.INSTANCE, query);
    }

    @Override
    protected CountryQuerySet with(Session session, Query query) {
        return new CountryQuerySet(session, query);
    }

    /** The country with this code. Fails with {@code NotFoundException} if there is none. */
    public Future<Country> aget(String code) {
        return byKey(code);
    }

    /** The countries with these codes, by code. What no country has is left out. */
    public Future<Map<String, Country>> ainBulk(Collection<String> codes) {
        return ainBulk(c -> c.code, codes);
    }

    /** A reference to the country with this code, not loaded. */
    public static KeyRef<Country, String> ref(String code) {
        return KeyRef.to(CountryMapping.INSTANCE, code);
    }

    /** A reference to this country, loaded. */
    public static KeyRef<Country, String> ref(Country country) {
        return KeyRef.of(CountryMapping.INSTANCE, country);
    }
}
