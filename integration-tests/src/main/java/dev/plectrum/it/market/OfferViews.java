package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Put;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Created;
import dev.plectrum.web.IfMatch;
import io.vertx.core.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    // region seen
    /** Changes the price of the version that the client has seen. */
    @Patch("/{id}/price")
    Future<Offer> reprice(long id, IfMatch seen, @Body(fields = "price") UnaryOperator<OfferDraft> values) {
        return offers.aget(id).compose(offer -> {
            seen.check(offer.version); // 412 for those who saw another
            return offers.aupdate(offer, values);
        });
    }
    // endregion

    /** Changes the remark after somebody else did, to whoever looks at what came of it. */
    @Patch("/{id}/remark")
    Future<Offer> overtaken(
            long id, @Nullable IfMatch seen, @Body(fields = "remark") UnaryOperator<OfferDraft> values) {
        return offers.aget(id).compose(offer -> {
            if (seen != null) {
                seen.check(offer.version);
            }
            return offers.filter(o -> o.id.eq(id))
                    .aupdate(o -> o.amount.set(o.amount.plus(1)))
                    .compose(changed -> offers.aupdate(offer, values));
        });
    }

    /** Says anew what it is. */
    @Put("/{id}")
    Future<Offer> replace(
            long id,
            @Body(fields = {"title", "price", "amount", "remark", "size", "rival"}) UnaryOperator<OfferDraft> values) {
        return offers.aget(id).compose(offer -> offers.aupdate(offer, values));
    }
}
