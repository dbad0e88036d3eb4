package shop;

import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;

/** A {@link Customer} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class CustomerDraft extends Draft<Customer> {
    private final Customer customer;

    CustomerDraft(Customer customer) {
        this.customer = customer;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public CustomerDraft id(long id) {
        customer.id = id;
        mark(CustomerMapping.ID);
        return this;
    }

    @Override
    protected Customer finish() {
        return customer;
    }
}
