package dev.plectrum.it.places;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.KeyRef;
import java.util.UUID;

/** Has a UUID as its key and another unique field to be referred to by. */
@Model(ordering = "slug")
public class Town {
    @Id
    public UUID id;

    @Column(unique = true)
    public String slug;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    public KeyRef<Nation, String> nation;
}
