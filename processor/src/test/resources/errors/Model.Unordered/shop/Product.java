package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import io.vertx.core.json.JsonObject;

@Model(ordering = "facts")
class Product {
    @Id Long id;
    JsonObject facts;
}
