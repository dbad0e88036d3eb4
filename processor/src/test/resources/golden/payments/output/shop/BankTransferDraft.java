package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link BankTransfer} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class BankTransferDraft extends Draft<BankTransfer> {
    private final BankTransfer bankTransfer;

    BankTransferDraft(BankTransfer bankTransfer) {
        this.bankTransfer = bankTransfer;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public BankTransferDraft id(long id) {
        bankTransfer.id = id;
        mark(BankTransferMapping.ID);
        return this;
    }

    /** Sets {@code amount numeric(10,2)}. */
    public BankTransferDraft amount(BigDecimal amount) {
        bankTransfer.amount = amount;
        mark(BankTransferMapping.AMOUNT);
        return this;
    }

    /** Sets {@code customer_id bigint} to the key of a row that was created before. */
    public BankTransferDraft customer(Customer customer) {
        return customer(Ref.of(CustomerMapping.INSTANCE, customer));
    }

    /** Sets {@code customer_id bigint}. */
    public BankTransferDraft customer(Ref<Customer> customer) {
        bankTransfer.customer = customer;
        mark(BankTransferMapping.CUSTOMER);
        return this;
    }

    /** Sets {@code iban text}. */
    public BankTransferDraft iban(String iban) {
        bankTransfer.iban = iban;
        mark(BankTransferMapping.IBAN);
        return this;
    }

    /** Sets {@code reference text}, which may be missing. */
    public BankTransferDraft reference(@Nullable String reference) {
        bankTransfer.reference = reference;
        mark(BankTransferMapping.REFERENCE);
        return this;
    }

    @Override
    protected BankTransfer finish() {
        return bankTransfer;
    }
}
