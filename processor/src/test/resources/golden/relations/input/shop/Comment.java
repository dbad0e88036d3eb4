package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

@Model
public record Comment(
        @Id long id,
        String body,
        @ForeignKey(onDelete = OnDelete.CASCADE) Ref<Post> post,
        @ForeignKey(onDelete = OnDelete.CASCADE) @Nullable Ref<Comment> parent) {}
