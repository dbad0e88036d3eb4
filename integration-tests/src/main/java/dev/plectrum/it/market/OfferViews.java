package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Put;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Created;
import io.vertx.core.Future;
import java.util.function.UnaryOperator;

/** What is offered. */
@View("/offers")
@Public
public class OfferViews {
    private final OfferQuerySet offers;

    /** The views of these. */
    public OfferViews(OfferQuerySet offers) {
        this.offers = offers;
    }

    /** One offer. */
    @Get("/{id}")
    Future<Offer> detail(long id) {
        return offers.aget(id);
    }

    // region write
    /** Offers something. Nobody approves his own offer: what is not named here cannot be set. */
    @Post("/")
    Future<Created<Offer>> create(
            @Body(
                            fields = {"title", "price", "amount", "remark", "size", "state", "stall", "rival"},
                            optional = "grade")
                    UnaryOperator<OfferDraft> values) {
        return offers.acreate(values).map(offer -> Created.at(OfferViewsUrls.detail(offer.id), offer));
    }

    /** Changes what the body mentions, and writes nothing else. */
    @Patch("/{id}")
    Future<Offer> change(
            long id,
            @Body(fields = {"title", "price", "amount", "remark", "size", "rival"}) UnaryOperator<OfferDraft> values) {
        return offers.aget(id).compose(offer -> offers.aupdate(offer, values));
    }
    // endregion

    /** Says anew what it is. */
    @Put("/{id}")
    Future<Offer> replace(
            long id,
            @Body(fields = {"title", "price", "amount", "remark", "size", "rival"}) UnaryOperator<OfferDraft> values) {
        return offers.aget(id).compose(offer -> offers.aupdate(offer, values));
    }
}
