package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** A {@link Voucher} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class VoucherDraft extends Draft<Voucher> {
    private final Voucher voucher;

    VoucherDraft(Voucher voucher) {
        this.voucher = voucher;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public VoucherDraft id(long id) {
        voucher.id = id;
        mark(VoucherMapping.ID);
        return this;
    }

    /** Sets {@code amount numeric(10,2)}. */
    public VoucherDraft amount(BigDecimal amount) {
        voucher.amount = amount;
        mark(VoucherMapping.AMOUNT);
        return this;
    }

    /** Sets {@code customer_id bigint} to the key of a row that was created before. */
    public VoucherDraft customer(Customer customer) {
        return customer(Ref.of(CustomerMapping.INSTANCE, customer));
    }

    /** Sets {@code customer_id bigint}. */
    public VoucherDraft customer(Ref<Customer> customer) {
        voucher.customer = customer;
        mark(VoucherMapping.CUSTOMER);
        return this;
    }

    @Override
    protected Voucher finish() {
        return voucher;
    }
}
