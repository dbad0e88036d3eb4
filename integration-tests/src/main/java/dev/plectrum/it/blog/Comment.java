package dev.plectrum.it.blog;

import static dev.plectrum.annotations.OnDelete.CASCADE;
import static dev.plectrum.annotations.OnDelete.RESTRICT;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import org.jspecify.annotations.Nullable;

@Model(ordering = "id")
public record Comment(
        @Id Long id,
        String body,
        boolean spam,
        @ForeignKey(onDelete = CASCADE) Ref<Post> post,
        @ForeignKey(onDelete = RESTRICT) @Nullable Ref<Comment> parent,
        @Reverse("parent") @Nullable Many<Comment> replies) {}
