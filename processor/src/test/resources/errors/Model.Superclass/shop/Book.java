package shop;

import dev.plectrum.annotations.Model;

@Model
class Book extends Product {
    String title;
}
