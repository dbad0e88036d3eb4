package dev.plectrum.it.query;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Version;
import java.time.Instant;

/** A row whose saves are counted, so that nobody overwrites what he has not seen. */
@Model
public class Account {
    @Id
    Long id;

    @Column(unique = true)
    String owner;

    long balance;

    @AutoNow
    Instant changedAt;

    @Version
    int version;
}
