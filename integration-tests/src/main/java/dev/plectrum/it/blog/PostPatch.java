package dev.plectrum.it.blog;

import dev.plectrum.web.json.Given;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What may change in a post: what is not mentioned stays. */
public record PostPatch(
        @NotBlank Given<String> title, @Max(5) Given<Integer> rating, Given<@Nullable Long> editor) {}
