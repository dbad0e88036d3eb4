package shop;

import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Review} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class ReviewDraft extends Draft<Review> {
    private final Review review;

    ReviewDraft(Review review) {
        this.review = review;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public ReviewDraft id(long id) {
        review.id = id;
        mark(ReviewMapping.ID);
        return this;
    }

    /** Sets {@code author varchar(100)}. */
    public ReviewDraft author(String author) {
        review.author = author;
        mark(ReviewMapping.AUTHOR);
        return this;
    }

    /** Sets {@code stars integer}. */
    public ReviewDraft stars(int stars) {
        review.stars = stars;
        mark(ReviewMapping.STARS);
        return this;
    }

    /** Sets {@code text text}, which may be missing. */
    public ReviewDraft text(@Nullable String text) {
        review.text = text;
        mark(ReviewMapping.TEXT);
        return this;
    }

    /** Sets {@code published boolean}. */
    public ReviewDraft published(boolean published) {
        review.published = published;
        mark(ReviewMapping.PUBLISHED);
        return this;
    }

    @Override
    protected Review finish() {
        return review;
    }
}
