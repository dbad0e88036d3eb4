package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    @Column(name = "a_name_that_goes_on_and_on_until_it_does_not_fit_into_a_name_any_more") String name;
}
