package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code crm."Customer"}. */
@Generated("dev.plectrum")
public final class CustomerQuerySet extends QuerySet<Customer, CustomerFields, CustomerDraft, CustomerQuerySet> {
    /** All customers of this database or transaction. */
    public CustomerQuerySet(Session session) {
        super(session, CustomerMapping.INSTANCE);
    }

    private CustomerQuerySet(Session session, Query query) {
        super(session, CustomerMapping.INSTANCE, query);
    }

    @Override
    protected CustomerQuerySet with(Session session, Query query) {
        return new CustomerQuerySet(session, query);
    }

    /** The customer with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Customer> aget(long id) {
        return byKey(id);
    }

    /** The customers with these ids, by id. What no customer has is left out. */
    public Future<Map<Long, Customer>> ainBulk(Collection<Long> ids) {
        return ainBulk(c -> c.id, ids);
    }

    /** A reference to the customer with this id, not loaded. */
    public static Ref<Customer> ref(long id) {
        return Ref.to(CustomerMapping.INSTANCE, id);
    }

    /** A reference to this customer, loaded. */
    public static Ref<Customer> ref(Customer customer) {
        return Ref.of(CustomerMapping.INSTANCE, customer);
    }
}
