package dev.plectrum.it.remarks;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** Does not know the remarks about it. */
@Model(ordering = "id", table = "Film")
public class Film implements Remarkable {
    @Id
    Long id;

    String name;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable Ref<Book> after;

    @Override
    public String title() {
        return name;
    }
}
