package dev.plectrum.it.types;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

/** A record with a key of two columns, and a default that the database knows. */
@Model(schema = "kit")
public record Seat(
        @Id String row,
        @Id int number,
        @Column(dbDefault = "'free'") String state,
        @Nullable String guest) {}
