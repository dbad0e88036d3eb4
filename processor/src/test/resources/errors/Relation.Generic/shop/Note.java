package shop;

import dev.plectrum.annotations.GenericForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.AnyRef;
import dev.plectrum.orm.Ref;

@Model
class Note {
    @Id Long id;
    @GenericForeignKey(Product.class) Ref<Product> first;
    @GenericForeignKey({Product.class, String.class}) AnyRef<Object> second;
    @GenericForeignKey({Product.class, Country.class}) AnyRef<Object> third;
    @GenericForeignKey(Product.class) AnyRef<Runnable> fourth;
    @GenericForeignKey({Product.class, Card.class}) AnyRef<Object> fifth;
    @GenericForeignKey({}) AnyRef<Object> sixth;
}
