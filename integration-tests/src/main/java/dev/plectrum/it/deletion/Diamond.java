package dev.plectrum.it.deletion;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

/** Two ways from the top to the bottom. */
public final class Diamond {
    private Diamond() {}

    @Model
    public static class Top {
        @Id
        Long id;
    }

    @Model
    public static class Left {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Top> top;
    }

    @Model
    public static class Right {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Top> top;
    }

    /** Goes with the left side; the right side cannot go without it. */
    @Model
    public static class Bottom {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Left> left;

        @ForeignKey(onDelete = OnDelete.RESTRICT)
        Ref<Right> right;
    }

    /** Goes with the left side, and still protects the right one. */
    @Model
    public static class Guard {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Left> left;

        @ForeignKey(onDelete = OnDelete.PROTECT)
        Ref<Right> right;
    }
}
