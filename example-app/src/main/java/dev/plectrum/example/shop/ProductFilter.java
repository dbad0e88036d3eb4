package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Example;
import dev.plectrum.annotations.web.Query;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list.
 *
 * @param text what is in the name
 * @param category the category's name
 * @param most the highest price
 * @param inStock only those that can be bought
 */
record ProductFilter(
        @Query("q") @Example("desk") @Nullable String text,
        @Nullable String category,
        @PositiveOrZero @Nullable BigDecimal most,
        @Query(orElse = "false") boolean inStock,
        @Query(orElse = "NAME") Sort sort) {
    /** The order of a list. */
    enum Sort {
        NAME,
        PRICE,
        NEWEST
    }

    // region filter
    /** Those of the products that it lets through, in its order. */
    ProductQuerySet of(ProductQuerySet products) {
        ProductQuerySet found = products.filter(p -> p.status.eq(Status.ACTIVE));
        if (text != null) {
            found = found.filter(p -> p.name.icontains(text));
        }
        if (category != null) {
            found = found.filter(p -> p.category().name.eq(category));
        }
        if (most != null) {
            found = found.filter(p -> p.price.lte(most));
        }
        if (inStock) {
            found = found.filter(p -> p.stock.gt(0));
        }
        return switch (sort) {
            case NAME -> found.orderBy(p -> p.name.asc());
            case PRICE -> found.orderBy(p -> p.price.asc(), p -> p.id.asc());
            case NEWEST -> found.orderBy(p -> p.createdAt.desc(), p -> p.id.desc());
        };
    }
    // endregion
}
