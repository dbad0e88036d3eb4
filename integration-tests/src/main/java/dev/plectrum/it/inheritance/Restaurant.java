package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

// region restaurant
@Model(ordering = "-stars")
public class Restaurant extends Place {
    int stars;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable Ref<Place> supplier;
}
// endregion
