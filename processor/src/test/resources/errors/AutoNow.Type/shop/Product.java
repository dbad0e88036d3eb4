package shop;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.time.LocalDate;

@Model
class Product {
    @Id Long id;
    @AutoNow LocalDate savedAt;
    @AutoNowAdd String createdAt;
}
