package shop;

import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;

/** Which product. */
public record ProductId(long value) {
    static final TextType<ProductId> TEXT = TextTypes.mapped(TextTypes.LONG, ProductId::new, ProductId::value);
}
