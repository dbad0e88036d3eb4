package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    @Column(type = Column.Type.CITEXT) String name;
    @GeneratedField(value = "name", stored = false) String copy;
}
