package dev.plectrum.it.inheritance;

import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.time.Instant;

// region place
@Model(ordering = "name")
public class Place {
    @Id
    Long id;

    String name;

    @AutoNowAdd
    Instant since;

    @Reverse("place")
    Many<Review> reviews;

    @Reverse("super")
    Ref<Restaurant> restaurant; // the same row, if it goes on there
}
// endregion
