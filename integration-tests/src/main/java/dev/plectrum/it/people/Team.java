package dev.plectrum.it.people;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.it.places.Nation;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

@Model(ordering = "name")
public class Team {
    @Id
    Long id;

    String name;

    @ForeignKey(onDelete = OnDelete.PROTECT)
    @Nullable Ref<Person> captain;

    @ManyToMany(through = Membership.class)
    Many<Person> members;

    @ManyToMany(table = "team_backers")
    Many<Nation> backers;
}
