package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;

@Model
class Product {
    @Id Long id;
    @ForeignKey(onDelete = OnDelete.SET_NULL) Ref<Category> category;
    @ForeignKey(onDelete = OnDelete.SET_DEFAULT) Ref<Category> other;
    @ForeignKey(onDelete = OnDelete.SET_VALUE) Ref<Category> third;
    @ForeignKey(onDelete = OnDelete.CASCADE, set = "1") Ref<Category> fourth;
    @ForeignKey(onDelete = OnDelete.SET_DEFAULT, dbDefault = "'none'") Ref<Category> fifth;
}
