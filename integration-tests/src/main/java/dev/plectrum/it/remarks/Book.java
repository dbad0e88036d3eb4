package dev.plectrum.it.remarks;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

// region book
@Model(ordering = "id")
public class Book implements Remarkable {
    @Id
    Long id;

    String name;

    @Reverse("about")
    Many<Remark> remarks; // which go with the book

    @Override
    public String title() {
        return name;
    }
}
// endregion
