package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.ModelRegistry;
import java.util.List;
import java.util.stream.Stream;
import shop.stock.HiddenModels;

/** All models that are compiled together. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "shop.Order",
            "shop.stock.Reservation"
        }
)
public final class Models implements ModelRegistry {
    /** How each of them and its rows become each other. */
    public static final List<Mapping<?, ?, ?>> ALL = Stream.of(
            List.of(
                    OrderMapping.INSTANCE),
            HiddenModels.ALL)
            .<Mapping<?, ?, ?>>flatMap(List::stream)
            .toList();

    @Override
    public List<Mapping<?, ?, ?>> mappings() {
        return ALL;
    }
}
