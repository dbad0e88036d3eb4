package dev.plectrum.it.people;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.Ref;

@Model
@Unique(fields = {"team", "person"}) public class Membership {
    @Id
    Long id;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Team> team;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Person> person;

    @Column(dbDefault = "'player'")
    String role;
}
