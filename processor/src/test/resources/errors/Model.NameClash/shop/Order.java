package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

class Order {
    @Model
    static class Line {
        @Id Long id;
    }
}
