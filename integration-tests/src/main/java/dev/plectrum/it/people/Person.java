package dev.plectrum.it.people;

import dev.plectrum.annotations.Deferrable;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.it.places.Town;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refers to itself, to models of another package, and to teams, which refer to persons. */
// region model
@Model(ordering = "name")
public class Person {
    @Id
    Long id;

    String name;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable Ref<Person> mentor;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable KeyRef<Town, UUID> home;

    @ForeignKey(onDelete = OnDelete.DO_NOTHING, to = "slug", deferrable = Deferrable.DEFERRED)
    @Nullable KeyRef<Town, String> birthplace;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable Ref<Team> favourite;

    @ManyToMany
    Many<Person> friends;

    @ManyToMany(symmetrical = false)
    Many<Person> follows;

    @Reverse("follows")
    Many<Person> followers;

    @Reverse("mentor")
    Many<Person> students;

    @Reverse("person")
    Ref<Passport> passport;

    @Reverse("members")
    Many<Team> teams;
}
// endregion
