package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model
public class Author {
    @Id Integer id;
    String name;
    @Reverse("author") Many<Post> posts;
}
