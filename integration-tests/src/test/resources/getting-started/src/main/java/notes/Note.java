package notes;

import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

// region model
/** Something to remember. */
@Model(ordering = "-createdAt")
@Check("length(text) > 0")
public class Note {
    @Id
    Long id;

    @Column(maxLength = 200)
    String text;

    boolean done;

    @Nullable LocalDate due;

    @AutoNowAdd
    Instant createdAt;
}
// endregion
