package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import io.vertx.core.json.JsonObject;

@Model
class Product {
    @Id JsonObject facts;
}
