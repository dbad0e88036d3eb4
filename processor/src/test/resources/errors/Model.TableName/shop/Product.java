package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model(table = "products_of_all_the_shops_that_were_ever_opened_in_the_whole_country")
class Product {
    @Id Long id;
}
