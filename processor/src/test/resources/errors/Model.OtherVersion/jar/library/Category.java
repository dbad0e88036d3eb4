package library;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
public class Category {
    @Id Long id;
}
