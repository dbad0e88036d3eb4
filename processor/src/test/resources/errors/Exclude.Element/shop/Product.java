package shop;

import dev.plectrum.annotations.Exclude;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.type.Range;

@Model
@Exclude({"room", "during WITH &&"})
class Product {
    @Id Long id;
    int room;
    Range<Integer> during;
}
