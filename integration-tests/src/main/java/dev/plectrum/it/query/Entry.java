package dev.plectrum.it.query;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.SET_NULL;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of a blog of Django's documentation. */
@Model
public class Entry {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Blog> blog;

    @ForeignKey(onDelete = SET_NULL)
    @Nullable Ref<Writer> editor;

    @Nullable String headline;

    @Nullable LocalDate pub;

    @Nullable Instant at;

    int rating;

    @Column(unique = true)
    @Nullable Integer n;

    @Nullable JsonObject data;

    @ManyToMany
    Many<Writer> authors;

    @Column(name = "row_number")
    @GeneratedField("rating * 10")
    int score;
}
