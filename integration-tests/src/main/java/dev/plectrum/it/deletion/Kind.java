package dev.plectrum.it.deletion;

import dev.plectrum.annotations.Deferrable;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** A root, and one model for each thing that can become of those who refer to it. */
public final class Kind {
    private Kind() {}

    @Model
    public static class Root {
        @Id
        Long id;
    }

    @Model
    public static class Cascaded {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.CASCADE)
        Ref<Root> root;
    }

    @Model
    public static class Guarded {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.PROTECT)
        Ref<Root> root;
    }

    @Model
    public static class Restricted {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.RESTRICT)
        Ref<Root> root;
    }

    @Model
    public static class Nulled {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.SET_NULL)
        @Nullable Ref<Root> root;
    }

    @Model
    public static class Defaulted {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.SET_DEFAULT, dbDefault = "1")
        Ref<Root> root;
    }

    @Model
    public static class Valued {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.SET_VALUE, set = "2")
        Ref<Root> root;
    }

    @Model
    public static class Untouched {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.DO_NOTHING, deferrable = Deferrable.DEFERRED)
        Ref<Root> root;
    }

    @Model
    public static class DbCascaded {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.DB_CASCADE)
        Ref<Root> root;
    }

    @Model
    public static class DbNulled {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.DB_SET_NULL)
        @Nullable Ref<Root> root;
    }

    @Model
    public static class DbDefaulted {
        @Id
        Long id;

        @ForeignKey(onDelete = OnDelete.DB_SET_DEFAULT, dbDefault = "1")
        Ref<Root> root;
    }
}
