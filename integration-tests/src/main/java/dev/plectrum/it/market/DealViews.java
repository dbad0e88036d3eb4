package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Conditional;
import dev.plectrum.annotations.web.Example;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Header;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.EventStream;
import jakarta.validation.constraints.Max;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals, which nobody keeps. */
@View("/deals")
@Public
public class DealViews {
    /** Says what it understood. */
    @Post("/")
    Deal draft(@Body Deal deal) {
        return deal;
    }

    // region groups
    /** The same in earnest: what belongs to the group holds too. */
    @Post("/sealed")
    Deal seal(@Body(groups = Deal.Sealed.class) Deal deal) {
        return deal;
    }
    // endregion

    /** Every way to pay. */
    @Post("/payments")
    List<Payment> payments(@Body List<Payment> payments) {
        return payments;
    }

    /** One of everything. */
    @Post("/samples")
    Sample sample(@Body Sample sample) {
        return sample;
    }

    // region example
    /** Bids, and says what was understood. */
    @Post("/{stall}/bids")
    @Example("""
            {"id": "9b7a5d80-7d2c-4b4f-8d9e-3f1c2a6b5e04", "price": "7", "pieces": 1, "share": 1, "binding": false,
             "kind": "USUAL", "at": "2026-05-01T10:00:00Z", "until": null, "marks": [], "shelves": {}, "payment": null}""")
    Bid bid(@Example({"7", "8"}) long stall, @Query @Example("9") List<@Max(9) Integer> n, @Body Bid bid) {
        return bid;
    }
    // endregion

    /** So many payments as events, counted. */
    @Get("/payments/events")
    EventStream<Payment> events(@Query @Max(9) int count, @Header("Last-Event-ID") @Nullable Integer last) {
        return EventStream.push(count + 1, stream -> {
            for (int i = last == null ? 1 : last + 1; i <= count; i++) {
                stream.send(EventStream.Event.<Payment>of(new Payment.Cash(new BigDecimal(i)))
                        .id(i)
                        .name("paid"));
            }
            stream.end();
        });
    }

    /** Numbers that are small. */
    @Get("/numbers")
    @Conditional
    List<Integer> numbers(@Query List<@Max(9) Integer> n) {
        return n;
    }
}
