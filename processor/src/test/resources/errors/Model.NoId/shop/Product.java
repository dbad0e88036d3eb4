package shop;

import dev.plectrum.annotations.Model;

@Model
class Product {
    String name;
}
