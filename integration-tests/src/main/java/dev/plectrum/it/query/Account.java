package dev.plectrum.it.query;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Version;

/** A row whose saves are counted, so that nobody overwrites what he has not seen. */
@Model
public class Account {
    @Id
    Long id;

    String owner;

    long balance;

    @Version
    int version;
}
