package dev.plectrum.it.types;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.MappedFields;
import dev.plectrum.annotations.Version;
import java.time.Instant;

/** What several models have. */
@MappedFields
public abstract class Dated {
    @AutoNowAdd
    Instant created;

    @AutoNow
    Instant saved;

    @Version
    int version;
}
