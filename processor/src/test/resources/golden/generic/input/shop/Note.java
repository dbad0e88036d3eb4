package shop;

import dev.plectrum.annotations.GenericForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.AnyRef;
import org.jspecify.annotations.Nullable;

@Model
public class Note {
    @Id
    Long id;

    @GenericForeignKey({Product.class, Customer.class})
    AnyRef<Object> target;

    @GenericForeignKey(value = Product.class, column = "source", index = false)
    @Nullable AnyRef<Product> foundIn;
}
