package shop.stock;

import dev.plectrum.orm.Mapping;
import java.util.List;

/** The models of this package that others may not name, for the registry of all. */
public final class HiddenModels {
    /** How each of them and its rows become each other. */
    public static final List<Mapping<?, ?, ?>> ALL = List.of(
            ReservationMapping.INSTANCE);

    private HiddenModels() {}
}
