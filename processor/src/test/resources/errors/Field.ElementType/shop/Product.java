package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.util.List;

@Model
class Product {
    @Id Long id;
    List<List<String>> words;
    int[][] table;
}
