package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.util.List;

@Model
class Product<T> {
    @Id Long id;
    List<T> things;
}
