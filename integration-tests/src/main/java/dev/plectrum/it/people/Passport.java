package dev.plectrum.it.people;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.orm.Ref;

@Model
public class Passport {
    @Id
    Long id;

    String number;

    @OneToOne(onDelete = OnDelete.CASCADE)
    Ref<Person> person;
}
