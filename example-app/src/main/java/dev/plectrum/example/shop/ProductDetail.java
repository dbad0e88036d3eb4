package dev.plectrum.example.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about a product. */
record ProductDetail(
        long id,
        String name,
        BigDecimal price,
        int stock,
        @Nullable String description,
        String category,
        List<String> tags,
        List<Opinion> reviews) {
    /** What somebody thinks of it. */
    record Opinion(String author, int stars, String text, Instant at) {
        static Opinion of(Review review) {
            return new Opinion(review.author, review.stars, review.text, review.createdAt);
        }
    }

    /** Of a product with everything loaded. */
    static ProductDetail of(Product product) {
        return new ProductDetail(
                product.id,
                product.name,
                product.price,
                product.stock,
                product.description,
                product.category.get().name,
                product.tags.get().stream().map(Tag::name).toList(),
                product.reviews.get().stream().map(Opinion::of).toList());
    }
}
