package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

@Model
@Index(fields = {"author", "-id"})
public class Post {
    @Id Long id;
    String title;
    @ForeignKey(onDelete = OnDelete.CASCADE) Ref<Author> author;
    @ForeignKey(onDelete = OnDelete.SET_NULL) @Nullable Ref<Author> editor;
    @ForeignKey(onDelete = OnDelete.DB_CASCADE) KeyRef<Country, String> country;
    @ManyToMany Many<Tag> tags;
    @Reverse("post") Many<Comment> comments;
}
