package dev.plectrum.it.shelf;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

/** What an author says of himself. */
@Model
public class Profile {
    @Id
    Long id;

    @OneToOne(onDelete = CASCADE)
    Ref<Author> author;

    @Nullable String motto;
}
