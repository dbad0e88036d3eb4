package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

@Model
@Check("stars BETWEEN 1 AND 5")
public class Review {
    @Id
    Long id;

    @Column(maxLength = 100)
    String author;

    int stars;
    @Nullable String text;
    boolean published;
}
