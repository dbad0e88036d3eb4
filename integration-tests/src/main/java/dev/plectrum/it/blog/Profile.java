package dev.plectrum.it.blog;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.orm.Ref;

@Model
public class Profile {
    @Id
    Long id;

    String motto;

    @OneToOne(onDelete = CASCADE)
    Ref<Author> author;
}
