package shop;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.time.Instant;

@Model
class Product {
    @Id Long id;
    @AutoNow @AutoNowAdd Instant savedAt;
}
