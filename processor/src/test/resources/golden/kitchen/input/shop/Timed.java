package shop;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.MappedFields;
import dev.plectrum.annotations.Version;
import java.time.Instant;

@MappedFields
abstract class Timed {
    @AutoNow Instant savedAt;
    @Version int version;
}
