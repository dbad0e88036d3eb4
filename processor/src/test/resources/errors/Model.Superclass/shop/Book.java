package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Book extends Product {
    @Id String isbn;
    String title;
}
