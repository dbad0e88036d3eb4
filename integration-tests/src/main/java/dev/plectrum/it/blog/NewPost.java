package dev.plectrum.it.blog;

import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to write a post.
 *
 * @param title what it is about
 * @param country where it was written
 */
@Json
public record NewPost(
        @NotBlank @Size(max = 40) String title,
        @Min(1) @Max(5) int rating,
        long author,
        @Nullable Long editor,
        @Nullable @Size(min = 2, max = 2) String country,
        List<NewComment> comments) {

    /** Nobody edits what they wrote. */
    @AssertTrue(message = "must be edited by somebody else") boolean isEditedByAnother() {
        return editor == null || editor != author;
    }

    /** A comment that comes with it. */
    @Json
    public record NewComment(@NotBlank String body, boolean spam) {}
}
