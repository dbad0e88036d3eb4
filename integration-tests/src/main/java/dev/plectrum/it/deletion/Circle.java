package dev.plectrum.it.deletion;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** Models that refer to each other, and to themselves. */
public final class Circle {
    private Circle() {}

    @Model
    public static class Hen {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        @Nullable Ref<Egg> from;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        @Nullable Ref<Hen> mother;
    }

    @Model
    public static class Egg {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Hen> laidBy;
    }
}
