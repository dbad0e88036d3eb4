package shop.stock;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;
import shop.Order;
import shop.OrderFields;

/** The fields of {@link Reservation} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop.stock/Reservation table=reservation",
            "field name=id type=INT8 role=IDENTITY",
            "relation name=order kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Order> onDelete=CASCADE column=order_id deferrable=NO index target=shop/Order targetTable=\"\\\"order\\\"\" targetColumn=id type=INT8"
        }
)
@Generated("dev.plectrum")
final class ReservationFields extends Fields<ReservationFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, ReservationMapping.ID);

    /** {@code order_id bigint} */
    public final RefColumn<Order, Long> order = new RefColumn<>(this, ReservationMapping.ORDER, ReservationMapping.TO_ORDER);

    ReservationFields(Path path) {
        super(path);
    }

    /** The order that this row points to. */
    public OrderFields order() {
        return follow(ReservationMapping.TO_ORDER);
    }
}
