package dev.plectrum.it.people;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.time.Instant;

/** Singers, and models of ours that pair them: records, with keys of several columns, referred to by others. */
public final class Choir {
    private Choir() {}

    /** Somebody who sings. */
    @Model(ordering = "name")
    public static class Singer {
        @Id
        Long id;

        String name;

        @ManyToMany(through = Duet.class)
        Many<Singer> partners;

        @ManyToMany(
                through = Lesson.class,
                throughFields = {"teacher", "pupil"},
                symmetrical = false)
        Many<Singer> pupils;

        @Reverse("pupils")
        Many<Singer> teachers;

        @Reverse("singers")
        Many<Ensemble> ensembles;
    }

    /** Two who sing together, whichever of them is asked. Nothing but us keeps them from being here twice. */
    @Model(ordering = "id")
    public record Duet(
            @Id Long id,
            @ForeignKey(onDelete = CASCADE) Ref<Singer> first,
            @ForeignKey(onDelete = CASCADE) Ref<Singer> second,
            String song,
            @AutoNowAdd Instant since) {
        /** Nobody sings with nobody. */
        public Duet {
            first.id();
            second.id();
        }
    }

    /** A lesson, of which two may have several. */
    @Model(ordering = "id")
    public static class Lesson {
        @Id
        Long id;

        @ForeignKey(onDelete = CASCADE)
        Ref<Singer> pupil;

        @ForeignKey(onDelete = CASCADE)
        Ref<Singer> teacher;

        String about = "breathing";
    }

    /** Several who sing together. */
    @Model
    public static class Ensemble {
        @Id
        String name;

        @ManyToMany(through = Part.class)
        Many<Singer> singers;
    }

    /** Who sings what. */
    @Model(ordering = {"voice", "place"})
    @Unique(fields = {"ensemble", "singer"}) public record Part(
            @Id String voice,
            @Id(source = Id.Source.ASSIGNED) int place,
            @ForeignKey(onDelete = CASCADE) KeyRef<Ensemble, String> ensemble,
            @ForeignKey(onDelete = CASCADE) Ref<Singer> singer) {}

    /** The key of a part. */
    public record PartKey(String voice, int place) {}

    /** Something that somebody sings alone. */
    @Model
    public static class Solo {
        @Id
        Long id;

        @ForeignKey(onDelete = CASCADE)
        KeyRef<Part, PartKey> part;
    }
}
