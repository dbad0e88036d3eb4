package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.ModelRegistry;
import java.util.List;

/** All models that are compiled together. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "shop.Customer",
            "shop.Note",
            "shop.Product"
        }
)
public final class Models implements ModelRegistry {
    /** How each of them and its rows become each other. */
    public static final List<Mapping<?, ?, ?>> ALL = List.of(
            CustomerMapping.INSTANCE,
            NoteMapping.INSTANCE,
            ProductMapping.INSTANCE);

    @Override
    public List<Mapping<?, ?, ?>> mappings() {
        return ALL;
    }
}
