package dev.plectrum.it.remarks;

import dev.plectrum.annotations.GenericForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.AnyRef;
import org.jspecify.annotations.Nullable;

// region remark
@Model(ordering = "id")
public class Remark {
    @Id
    Long id;

    String text;

    @GenericForeignKey({Book.class, Film.class})
    AnyRef<Remarkable> about; // about_kind and about_id

    @GenericForeignKey(value = Book.class, column = "source", index = false)
    @Nullable AnyRef<Object> foundIn;
}
// endregion
