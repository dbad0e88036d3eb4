package shop;

import dev.plectrum.orm.Draft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Order} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class OrderDraft extends Draft<Order> {
    private final Order order;

    OrderDraft(Order order) {
        this.order = order;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public OrderDraft id(long id) {
        order.id = id;
        mark(OrderMapping.ID);
        return this;
    }

    /** Sets {@code mail varchar(200)}. */
    public OrderDraft mail(String mail) {
        order.mail = mail;
        mark(OrderMapping.MAIL);
        return this;
    }

    /** Sets {@code note text}, which may be missing. */
    public OrderDraft note(@Nullable String note) {
        order.note = note;
        mark(OrderMapping.NOTE);
        return this;
    }

    /** Sets {@code stage text}. */
    public OrderDraft stage(Stage stage) {
        order.stage = stage;
        mark(OrderMapping.STAGE);
        return this;
    }

    /** Sets {@code total numeric(10,2)}. */
    public OrderDraft total(BigDecimal total) {
        order.total = total;
        mark(OrderMapping.TOTAL);
        return this;
    }

    /** Sets {@code tags text[]}. */
    public OrderDraft tags(List<String> tags) {
        order.tags = tags;
        mark(OrderMapping.TAGS);
        return this;
    }

    /** Sets {@code placed_at timestamptz}. */
    public OrderDraft placedAt(Instant placedAt) {
        order.placedAt = placedAt;
        mark(OrderMapping.PLACED_AT);
        return this;
    }

    /** Sets {@code gift boolean}. */
    public OrderDraft gift(boolean gift) {
        order.setGift(gift);
        mark(OrderMapping.GIFT);
        return this;
    }

    @Override
    protected Order finish() {
        return order;
    }
}
