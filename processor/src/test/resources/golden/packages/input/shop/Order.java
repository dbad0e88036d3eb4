package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
public class Order {
    @Id
    Long id;
}
