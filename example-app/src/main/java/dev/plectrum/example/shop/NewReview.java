package dev.plectrum.example.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody wants to say of a product. */
record NewReview(
        @NotBlank @Size(max = 100) String author,
        @Min(1) @Max(5) int stars,
        @NotBlank @Size(max = 2000) String text) {}
