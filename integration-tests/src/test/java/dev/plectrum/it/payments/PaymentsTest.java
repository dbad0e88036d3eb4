package dev.plectrum.it.payments;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.testing.PlectrumTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that share a table. */
@PlectrumTest
class PaymentsTest {
    private Database db;
    private PaymentQuerySet payments;
    private CardPaymentQuerySet cards;
    private BankTransferQuerySet transfers;
    private VoucherQuerySet vouchers;
    private PurchaseQuerySet purchases;
    private Purchase desk;
    private Terminal kiosk;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                PaymentMapping.INSTANCE,
                CardPaymentMapping.INSTANCE,
                BankTransferMapping.INSTANCE,
                VoucherMapping.INSTANCE,
                PurchaseMapping.INSTANCE,
                RefundMapping.INSTANCE,
                ChargebackMapping.INSTANCE,
                TerminalMapping.INSTANCE,
                LabelMapping.INSTANCE)));
        payments = new PaymentQuerySet(db);
        cards = new CardPaymentQuerySet(db);
        transfers = new BankTransferQuerySet(db);
        vouchers = new VoucherQuerySet(db);
        purchases = new PurchaseQuerySet(db);
        desk = await(purchases.acreate(p -> p.customer("Ada")));
        kiosk = await(new TerminalQuerySet(db).acreate(t -> t.place("Kiosk")));
    }

    private CardPayment card(String amount, String number) {
        return await(cards.acreate(c ->
                c.amount(new BigDecimal(amount)).purchase(desk).number(number).terminal(kiosk)));
    }

    private BankTransfer transfer(String amount, String iban) {
        return await(transfers.acreate(
                t -> t.amount(new BigDecimal(amount)).purchase(desk).iban(iban)));
    }

    private Voucher voucher(String amount) {
        return await(vouchers.acreate(v -> v.amount(new BigDecimal(amount)).purchase(desk)));
    }

    @Test
    void rowsComeBackAsWhatTheyAre() {
        card("1.00", "4111111111111111");
        transfer("2.00", "DE02");
        voucher("3.00");

        List<Payment> all = await(payments.alist());
        assertThat(all)
                .extracting(p -> p.getClass().getSimpleName() + " " + p.amount)
                .containsExactly("CardPayment 1.00", "BankTransfer 2.00", "Voucher 3.00");
        CardPayment first = (CardPayment) all.get(0);
        assertThat(first.number).isEqualTo("4111111111111111");
        assertThat(first.terminal.id()).isEqualTo(kiosk.id);
        BankTransfer second = (BankTransfer) all.get(1);
        assertThat(second.printed).isEqualTo("DE02");
        assertThat(second.reference).isNull();
        assertThat(second.status).isEqualTo(BankTransfer.Status.PENDING);
        assertThat(payments.filter(p -> p.amount.gt(BigDecimal.ONE)).toString()).isEqualTo("""
                SELECT t0.id, t0.amount, t0.purchase_id, t0.at, t0.version, t0.kind, t0.number, t0.terminal_id, \
                t0.iban, t0.reference, t0.status, t0.printed
                FROM payment t0
                WHERE t0.amount > $1::numeric
                ORDER BY t0.id""");
    }

    @Test
    void aSubclassHasItsOwnRowsOnly() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");

        assertThat(await(cards.alist())).extracting(c -> c.id).containsExactly(card.id);
        assertThat(await(transfers.acount())).isEqualTo(1);
        assertThat(await(cards.aget(card.id)).number).isEqualTo("4111");
        assertThatThrownBy(() -> await(cards.aget(transfer.id))).isInstanceOf(NotFoundException.class);
        assertThat(await(payments.aget(transfer.id))).isInstanceOf(BankTransfer.class);
        assertThat(await(cards.filter(c -> c.id.eq(transfer.id)).aexists())).isFalse();
        assertThat(cards.filter(c -> c.number.startsWith("41")).toString()).isEqualTo("""
                SELECT t0.id, t0.amount, t0.purchase_id, t0.at, t0.version, t0.kind, t0.number, t0.terminal_id
                FROM payment t0
                WHERE t0.kind = 'card' AND t0.number LIKE $1::text
                ORDER BY t0.id""");
        assertThat(await(cards.exclude(c -> c.number.eq("x")).acount())).isEqualTo(1);
        assertThat(await(cards.only(c -> c.number).alist()))
                .extracting(c -> c.get(f -> f.number))
                .containsExactly("4111");
    }

    @Test
    void queriesOfAllKnowWhatSomeHave() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");
        Voucher voucher = voucher("3.00");

        assertThat(ids(payments.filter(p -> p.cardPayment.number.eq("4111")))).containsExactly(card.id);
        // Those without a number have not this one.
        assertThat(ids(payments.exclude(p -> p.cardPayment.number.eq("4111"))))
                .containsExactly(transfer.id, voucher.id);
        assertThat(ids(payments.filter(p -> p.kind.in("card", "voucher")))).containsExactly(card.id, voucher.id);
        assertThat(ids(payments.filter(p -> p.bankTransfer.status.eq(BankTransfer.Status.PENDING))))
                .containsExactly(transfer.id);
        assertThat(ids(payments.filter(p -> p.cardPayment.terminal().place.eq("Kiosk"))))
                .containsExactly(card.id);
        // Sorting by what some have loses nobody.
        assertThat(ids(payments.orderBy(p -> p.cardPayment.terminal().place.asc(), p -> p.id.asc())))
                .containsExactly(card.id, transfer.id, voucher.id);
        List<Payment> related =
                assertQueries(1, () -> payments.selectRelated(p -> p.purchase(), p -> p.cardPayment.terminal())
                        .alist());
        assertThat(((CardPayment) related.get(0)).terminal.get().place).isEqualTo("Kiosk");
        assertThat(related.get(2).purchase.get().customer).isEqualTo("Ada");
    }

    private static List<Long> ids(PaymentQuerySet payments) {
        return await(payments.alist()).stream().map(p -> p.id).toList();
    }

    @Test
    void relationsLeadToAllAndToSome() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");

        List<Purchase> both = assertQueries(3, () -> purchases
                .prefetchRelated(p -> p.payments(), p -> p.cards())
                .alist());
        assertThat(both.get(0).payments.get()).hasOnlyElementsOfTypes(CardPayment.class, BankTransfer.class);
        assertThat(both.get(0).cards.get()).extracting(c -> c.id).containsExactly(card.id);
        assertThat(await(purchases.filter(p -> p.cards().number.eq("4111")).acount()))
                .isEqualTo(1);
        assertThat(await(purchases.filter(p -> p.cards().id.eq(transfer.id)).acount()))
                .isZero();
        assertThat(await(purchases.filter(p -> p.cards().count().eq(1L)).acount()))
                .isEqualTo(1);
        assertThat(await(purchases.exclude(p -> p.cards().id.eq(transfer.id)).acount()))
                .isEqualTo(1);
        assertThat(purchases.filter(p -> p.cards().number.eq("4111")).toString())
                .contains("JOIN payment t1 ON t1.purchase_id = t0.id AND t1.kind = 'card'");

        RefundQuerySet refunds = new RefundQuerySet(db);
        Refund refund = await(refunds.acreate(r -> r.payment(transfer)));
        assertThat(await(await(refunds.aget(refund.id)).payment.aget())).isInstanceOf(BankTransfer.class);
        Refund joined = await(refunds.selectRelated(r -> r.payment()).aget(refund.id));
        assertThat(joined.payment.get()).isInstanceOf(BankTransfer.class);
        assertThat(await(transfers.filter(t -> t.refunds().id.eq(refund.id)).acount()))
                .isEqualTo(1);

        ChargebackQuerySet chargebacks = new ChargebackQuerySet(db);
        await(chargebacks.of(card.chargebacks).acreate(c -> c.reason("Stolen")));
        assertThat(await(chargebacks
                        .filter(c ->
                                c.card().number.eq("4111").and(c.card().amount.gt(BigDecimal.ZERO)))
                        .acount()))
                .isEqualTo(1);
        List<Payment> prefetched = assertQueries(4, () -> payments.prefetchRelated(
                        p -> p.refunds(), p -> p.cardPayment.chargebacks(), p -> p.bankTransfer.banks())
                .alist());
        assertThat(((CardPayment) prefetched.get(0)).chargebacks.get()).hasSize(1);
        assertThat(prefetched.get(1).refunds.get()).hasSize(1);
        assertThat(((BankTransfer) prefetched.get(1)).banks.get()).isEmpty();
    }

    @Test
    void pairsAreOfAllOrOfSome() {
        BankTransfer transfer = transfer("2.00", "DE02");
        CardPayment card = card("1.00", "4111");
        Label late = await(new LabelQuerySet(db).acreate(l -> l.name("late")));
        Label bank = await(new LabelQuerySet(db).acreate(l -> l.name("Bank")));
        await(transfer.labels.aadd(late));
        await(card.labels.aset(List.of(late, bank)));
        await(transfer.banks.aadd(bank));

        assertThat(await(late.payments.alist())).hasOnlyElementsOfTypes(CardPayment.class, BankTransfer.class);
        assertThat(await(bank.transfers.alist())).extracting(t -> t.iban).containsExactly("DE02");
        assertThat(ids(payments.filter(p -> p.labels().name.eq("Bank")))).containsExactly(card.id);
        assertThat(ids(payments.filter(p -> p.bankTransfer.banks().name.eq("Bank"))))
                .containsExactly(transfer.id);
        assertThat(await(transfers.adelete(transfer)).byModel())
                .isEqualTo(Map.of("Payment", 1L, "payment_labels", 1L, "bank_transfer_banks", 1L));
        assertThat(await(new LabelQuerySet(db).adelete(late)).byModel())
                .isEqualTo(Map.of("Label", 1L, "payment_labels", 1L));
    }

    @Test
    void eachIsSavedAsWhatItIsFromEitherQuerySet() {
        CardPayment card = card("1.00", "4111");
        card.amount = new BigDecimal("5.00");
        card.number = "4222";
        await(payments.asave(card));
        assertThat(await(cards.aget(card.id)).number).isEqualTo("4222");
        card.number = "4333";
        card.amount = new BigDecimal("6.00");
        await(payments.asave(card, p -> p.amount));
        CardPayment read = await(cards.aget(card.id));
        assertThat(read.amount + " " + read.number).isEqualTo("6.00 4222");
        await(payments.asave(card, p -> p.cardPayment.number));
        assertThat(await(cards.aget(card.id)).number).isEqualTo("4333");
        assertThatThrownBy(() -> await(payments.asave(read))).isInstanceOf(StaleObjectException.class);

        Payment created = await(payments.acreate(unsaved("DE03")));
        assertThat(created.id).isNotNull();
        assertThat(await(transfers.aget(created.id)).iban).isEqualTo("DE03");
        assertThatThrownBy(() -> await(payments.asave(created, p -> p.cardPayment.number)))
                .hasMessage("A BankTransfer has no cardPayment.number");
        assertThatThrownBy(() -> await(payments.acreate(p -> p.amount(BigDecimal.ONE))))
                .hasMessage("A Payment cannot be created as such: it is always one of its subclasses."
                        + " Use the query set of that");
        created.amount = new BigDecimal("99.00");
        assertThat(await(payments.arefresh(created)).amount).isEqualByComparingTo("7");
        await(payments.aupdateOrCreate(p -> p.id.eq(created.id), p -> p.amount(BigDecimal.TEN)));
        assertThat(await(transfers.aget(created.id)).amount).isEqualByComparingTo("10");
        Many<Payment> ofDesk = await(purchases.aget(desk.id)).payments;
        assertThat(await(ofDesk.acreate(unsaved("DE04")))).isInstanceOf(BankTransfer.class);
    }

    private BankTransfer unsaved(String iban) {
        BankTransfer transfer = new BankTransfer();
        transfer.amount = new BigDecimal("7.00").add(new BigDecimal(iban.substring(2)).subtract(new BigDecimal(3)));
        transfer.iban = iban;
        transfer.purchase = PurchaseQuerySet.ref(desk);
        return transfer;
    }

    @Test
    void manyAreWrittenTogether() {
        Voucher voucher = new Voucher();
        voucher.amount = BigDecimal.ONE;
        voucher.purchase = PurchaseQuerySet.ref(desk);
        List<Payment> created = assertQueries(
                2, // one for each subclass
                () -> payments.abulkCreate(List.of(unsaved("DE03"), voucher, unsaved("DE04"))));
        assertThat(created)
                .extracting(p -> p.getClass().getSimpleName())
                .containsExactly("BankTransfer", "Voucher", "BankTransfer");
        assertThat(await(transfers.acount())).isEqualTo(2);

        created.forEach(p -> p.amount = p.amount.add(BigDecimal.TEN));
        assertThat(await(payments.abulkUpdate(created, p -> p.amount))).isEqualTo(3);
        assertThat(await(payments.alist()).stream().map(p -> p.amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("46");
        assertThat(await(payments.aupdate(p -> p.amount.set(p.amount.plus(BigDecimal.TEN)))))
                .isEqualTo(3);
        assertThat(await(transfers.aupdate(t -> t.status.set(BankTransfer.Status.DONE))))
                .isEqualTo(2);
        assertThat(await(transfers.filter(t -> t.purchase().customer.eq("Ada")).aupdate(t -> t.reference.set("paid"))))
                .isEqualTo(2);
        assertThat(await(
                        payments.filter(p -> p.kind.eq("voucher")).aupdateReturning(p -> p.amount.set(BigDecimal.TEN))))
                .hasOnlyElementsOfType(Voucher.class);
        assertThat(await(vouchers.adelete()).total()).isEqualTo(1);
        assertThat(await(payments.acount())).isEqualTo(2);
        assertThat(await(payments.abulkCreateIgnoring(List.of(unsaved("DE03"), card("9.00", "4111")))))
                .isEqualTo(1);
    }

    @Test
    void theDatabaseHoldsEachToItsOwnColumns() {
        assertThatThrownBy(() -> execute("INSERT INTO payment (amount, purchase_id, at, version, kind) VALUES (1, "
                        + desk.id + ", now(), 0, 'card')"))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(
                        () -> execute("INSERT INTO payment (amount, purchase_id, at, version, kind, iban) VALUES (1, "
                                + desk.id + ", now(), 0, 'voucher', 'DE')"))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> execute("INSERT INTO payment (amount, purchase_id, at, version, kind) VALUES (1, "
                        + desk.id + ", now(), 0, 'cash')"))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> card("1.00", "411")).isInstanceOf(CheckViolation.class);
        transfer("1.00", "DE02");
        voucher("1.00");
        assertThatThrownBy(() -> transfer("1.00", "DE03")).isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> await(payments.aupdate(p -> p.bankTransfer.iban.set("DE"))))
                .isInstanceOf(CheckViolation.class);
    }

    private void execute(String sql) {
        await(db.execute(Sql.write(sql)));
    }

    @Test
    void deletingWorksFromEitherEnd() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");
        await(new RefundQuerySet(db).acreate(r -> r.payment(card)));
        await(new ChargebackQuerySet(db).acreate(c -> c.reason("Stolen").card(card)));
        assertThatThrownBy(() -> await(new TerminalQuerySet(db).adelete(kiosk)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageStartingWith("Terminal cannot be deleted: Payment.terminal says PROTECT");
        assertThat(await(payments.adelete(card)))
                .isEqualTo(new Deleted(3, Map.of("Payment", 1L, "Refund", 1L, "Chargeback", 1L)));
        assertThat(await(cards.adelete()).total()).isZero();
        assertThat(await(purchases.adelete(desk))).isEqualTo(new Deleted(2, Map.of("Payment", 1L, "Purchase", 1L)));
        assertThat(await(payments.acontains(transfer))).isFalse();
    }

    // region chapter
    @Test
    void theChapterIsTrue() {
        card("1.00", "4111");
        voucher("2.00");
        for (Payment payment : await(payments.filter(p -> p.purchase.eq(desk)).alist())) {
            String text = payment instanceof CardPayment card ? "card " + card.number : payment.amount.toString();
            assertThat(text).isIn("card 4111", "2.00");
        }
        assertThat(await(cards.filter(c -> c.number.startsWith("4")).acount())).isEqualTo(1);
        assertThat(await(payments.filter(p -> p.cardPayment.number.startsWith("4"))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(payments.filter(p -> p.kind.eq("voucher")).acount())).isEqualTo(1);
    }
    // endregion

    @Test
    void aKindIsReadAloud() {
        Kind kind = Objects.requireNonNull(CardPaymentMapping.INSTANCE.kind());
        assertThat(kind).hasToString("kind card");
        assertThat(PaymentMapping.INSTANCE.kind()).isNull();
    }
}
