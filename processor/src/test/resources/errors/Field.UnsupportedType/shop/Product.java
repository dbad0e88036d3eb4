package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.util.Date;
import java.util.Locale;

@Model
class Product {
    @Id Long id;
    Locale language;
    Date since;
    byte small;
    Object anything;
}
