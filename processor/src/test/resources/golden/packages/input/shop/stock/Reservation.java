package shop.stock;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import shop.Order;

@Model
class Reservation {
    @Id
    Long id;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    Ref<Order> order;
}
