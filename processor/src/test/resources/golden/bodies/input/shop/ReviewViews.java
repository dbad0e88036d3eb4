package shop;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.util.function.UnaryOperator;

@View("/reviews")
final class ReviewViews {
    private final ReviewQuerySet reviews;

    ReviewViews(ReviewQuerySet reviews) {
        this.reviews = reviews;
    }

    @Post("/")
    Future<Review> create(@Body(fields = {"author", "stars", "text"}) UnaryOperator<ReviewDraft> values) {
        return reviews.acreate(values);
    }

    @Patch("/{id}")
    Future<Review> change(long id, @Body(fields = {"stars", "text"}) UnaryOperator<ReviewDraft> values) {
        return reviews.aget(id).compose(review -> reviews.aupdate(review, values));
    }
}
