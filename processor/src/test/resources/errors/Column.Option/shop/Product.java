package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;

@Model
class Product {
    @Id Long id;
    @Column(maxLength = 10) int stock;
    @Column(precision = 5, scale = 8) BigDecimal price;
    @Column(scale = 2) BigDecimal weight;
    @Column(precision = 4) double size;
    @Column(collation = "C") LocalDate since;
    @Column(unique = true) JsonObject facts;
    @Column(maxLength = -1) String name;
}
