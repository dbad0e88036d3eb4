package dev.plectrum.it.payments;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.GetOrCreated;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.Partial;
import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.error.UnknownKindException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    // ---- everything a query set can do, from both ends

    @Test
    void pagesStreamsAndPartsOfRowsKnowTheKinds() {
        card("1.00", "4111");
        transfer("2.00", "DE02");
        voucher("3.00");
        card("4.00", "4222");

        KeyPage<Payment> first = await(payments.akeyPage(null, 3));
        assertThat(first.items()).extracting(PaymentsTest::kind).containsExactly("card", "transfer", "voucher");
        assertThat(await(payments.akeyPage(first.next(), 3)).items())
                .extracting(PaymentsTest::kind)
                .containsExactly("card");
        KeyPage<Payment> byNumber =
                await(payments.orderBy(p -> p.cardPayment.number.desc()).akeyPage(null, 3));
        assertThat(byNumber.items()).extracting(PaymentsTest::kind).containsExactly("transfer", "voucher", "card");
        assertThat(await(payments.orderBy(p -> p.cardPayment.number.desc()).akeyPage(byNumber.next(), 3))
                        .items())
                .extracting(p -> ((CardPayment) p).number)
                .containsExactly("4111");
        KeyPage<CardPayment> cardPage = await(cards.akeyPage(null, 1));
        assertThat(await(cards.akeyPage(cardPage.next(), 5)).items())
                .extracting(c -> c.number)
                .containsExactly("4222");
        assertThat(await(payments.apage(PageRequest.of(2, 3).withTotal())).items())
                .hasSize(1);

        List<String> streamed = new ArrayList<>();
        assertThat(await(payments.astream(2, p -> Future.succeededFuture(streamed.add(kind(p))))))
                .isEqualTo(4);
        assertThat(streamed).containsExactly("card", "transfer", "voucher", "card");
        assertThat(await(cards.astream(p -> Future.succeededFuture(p.number)))).isEqualTo(2);

        List<Partial<Payment, PaymentFields>> parts =
                await(payments.only(p -> p.cardPayment.number).alist());
        assertThat(parts).hasSize(4);
        assertThat(parts)
                .extracting(part -> part.get(p -> p.cardPayment.number))
                .containsExactly("4111", null, null, "4222");
        assertThatThrownBy(() -> parts.get(1).get(p -> p.amount))
                .hasMessageContaining("Payment.amount was not fetched");
        assertThat(await(cards.defer(c -> c.number).alist()))
                .extracting(c -> c.get(f -> f.terminal.key()))
                .containsOnly(kiosk.id);

        assertThat(await(payments.afirst())).isInstanceOf(CardPayment.class);
        assertThat(await(payments.alast())).isInstanceOf(CardPayment.class);
        assertThat(await(payments.reverse().slice(1, 2).alist())).hasOnlyElementsOfType(Voucher.class);
        assertThat(await(payments.alatest(p -> p.bankTransfer.iban)).getClass()).isNotNull();
        assertThat(await(payments.distinctOn(p -> p.purchase)
                        .orderBy(p -> p.purchase, p -> p.id.desc())
                        .alist()))
                .extracting(PaymentsTest::kind)
                .containsExactly("card");
        assertThat(await(payments.ainBulk(p -> p.cardPayment.number, List.of("4222")))
                        .keySet())
                .containsExactly("4222");
        assertThat(await(payments.values(p -> p.kind).alist()))
                .containsExactly("card", "bank_transfer", "voucher", "card");
        assertThat(await(cards.values(c -> c.number).alist())).containsExactly("4111", "4222");
        assertThat(await(db.atomic(() -> cards.selectForUpdate().alist()))).hasSize(2);
        assertThat(await(payments.filter(p -> p.id.in(cards.values(c -> c.id))).acount()))
                .isEqualTo(2);
        assertThat(await(payments.exclude(p -> p.id.in(cards.values(c -> c.id))).acount()))
                .isEqualTo(2);
        assertThat(await(purchases
                        .filter(p -> cards.filter(c -> c.purchase().id.eq(p.id)).exists())
                        .acount()))
                .isEqualTo(1);
        assertThat(await(payments.filter(p -> p.kind.eq("card").not()).acount()))
                .isEqualTo(2);
        assertThat(await(cards.filter(c -> c.purchase().payments().any(p -> p.bankTransfer.iban.eq("DE02")))
                        .acount()))
                .isEqualTo(2);
        assertThat(await(cards.filter(c -> c.purchase().cards().none(o -> o.number.eq("4333")))
                        .acount()))
                .isEqualTo(2);
    }

    @Test
    void rawRowsOfASubclassAreItsOwn() {
        card("1.00", "4111");
        transfer("2.00", "DE02");
        assertThat(await(payments.raw("SELECT * FROM payment ORDER BY id").alist()))
                .hasSize(2);
        assertThat(await(cards.raw("SELECT * FROM payment").alist()))
                .extracting(c -> c.number)
                .containsExactly("4111");
    }

    @Test
    void relatedRowsAreReachedThroughTheSealedModelAndThroughItsSubclasses() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");
        RefundQuerySet refunds = new RefundQuerySet(db);
        await(refunds.acreate(r -> r.payment(card)));
        await(refunds.acreate(r -> r.payment(transfer)));
        ChargebackQuerySet chargebacks = new ChargebackQuerySet(db);
        await(chargebacks.acreate(c -> c.reason("Stolen").card(card)));
        Label late = await(new LabelQuerySet(db).acreate(l -> l.name("late")));
        await(late.payments.aadd(card, transfer));
        await(late.transfers.aadd(transfer));

        // Through the sealed model to what one of its subclasses has.
        List<Refund> joined = assertQueries(
                1, () -> refunds.selectRelated(r -> r.payment().cardPayment.terminal(), r -> r.payment()
                                .purchase())
                        .orderBy(r -> r.id)
                        .alist());
        assertThat(((CardPayment) joined.get(0).payment.get()).terminal.get().place)
                .isEqualTo("Kiosk");
        assertThat(joined.get(1).payment.get()).isInstanceOf(BankTransfer.class);
        assertThat(joined.get(1).payment.get().purchase.get().customer).isEqualTo("Ada");
        assertThat(await(refunds.filter(
                                r -> r.payment().cardPayment.terminal().place.eq("Kiosk"))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(refunds.exclude(
                                r -> r.payment().cardPayment.terminal().place.eq("Kiosk"))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(refunds.filter(r ->
                                r.payment().cardPayment.chargebacks().reason.eq("Stolen"))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(refunds.filter(r -> r.payment().kind.eq("bank_transfer"))
                        .acount()))
                .isEqualTo(1);
        List<Refund> prefetched = assertQueries(5, () -> refunds.prefetchRelated(
                        r -> r.payment().cardPayment.chargebacks(),
                        r -> r.payment().cardPayment.terminal(),
                        r -> r.payment().purchase())
                .alist());
        CardPayment loaded = (CardPayment) prefetched.get(0).payment.get();
        assertThat(loaded.chargebacks.get().get(0).card.get()).isSameAs(loaded);
        assertThat(loaded.terminal.isLoaded()).isTrue();

        // From a reference to a subclass on to what all have.
        Chargeback charge = assertQueries(1, () -> chargebacks
                .selectRelated(c -> c.card().purchase(), c -> c.card().terminal())
                .aget());
        assertThat(charge.card.get().purchase.get().customer).isEqualTo("Ada");
        assertThat(assertQueries(4, () -> chargebacks
                                .prefetchRelated(
                                        c -> c.card().refunds(), c -> c.card().labels())
                                .aget())
                        .card
                        .get()
                        .labels
                        .get())
                .hasSize(1);
        assertThat(await(chargebacks
                        .filter(c -> c.card().labels().name.eq("late"))
                        .acount()))
                .isEqualTo(1);

        // Pairs.
        Label label = assertQueries(4, () -> new LabelQuerySet(db)
                .prefetchRelated(l -> l.payments().cardPayment.terminal(), l -> l.transfers())
                .aget());
        assertThat(label.payments.get()).hasSize(2);
        assertThat(label.transfers.get()).hasSize(1);
        await(late.transfers.aclear());
        assertThat(await(
                        new LabelQuerySet(db).filter(l -> l.transfers().exist()).acount()))
                .isZero();

        card("3.00", "4222");
        assertThat(await(purchases
                                .prefetchRelated(
                                        p -> p.cards(),
                                        cards.orderBy(c -> c.number.desc()).slice(0, 1))
                                .aget(desk.id))
                        .cards
                        .get())
                .extracting(c -> c.number)
                .containsExactly("4222");
        assertThat(await(purchases
                                .prefetchRelated(
                                        p -> p.payments(),
                                        payments.orderBy(p -> p.id.desc()).slice(0, 2))
                                .aget(desk.id))
                        .payments
                        .get())
                .extracting(PaymentsTest::kind)
                .containsExactly("card", "transfer");

        // What belongs to a row knows it, whichever of the two it was read as.
        Purchase purchase = await(
                purchases.prefetchRelated(p -> p.payments(), p -> p.cards()).aget(desk.id));
        assertThat(purchase.payments.get())
                .allSatisfy(p -> assertThat(p.purchase.get()).isSameAs(purchase));
        assertThat(purchase.cards.get())
                .allSatisfy(p -> assertThat(p.purchase.get()).isSameAs(purchase));
        assertThat(await(await(new TerminalQuerySet(db).aget(kiosk.id)).payments.alist()))
                .allSatisfy(p -> assertThat(p.terminal.isLoaded()).isTrue());
    }

    @Test
    void whatIsWrittenOfASubclassStaysWithIt() {
        CardPayment card = card("1.00", "4111");
        BankTransfer transfer = transfer("2.00", "DE02");

        // Versions count whichever query set changes the row.
        assertThat(await(payments.filter(p -> p.kind.eq("card")).aupdate(p -> p.cardPayment.number.set("4222"))))
                .isEqualTo(1);
        assertThatThrownBy(() -> await(cards.asave(card))).isInstanceOf(StaleObjectException.class);
        CardPayment fresh = await(cards.aget(card.id));
        assertThat(fresh.version).isEqualTo(card.version + 1);
        assertThat(await(cards.aupdateReturning(c -> c.amount.set(BigDecimal.TEN))))
                .hasSize(1);
        assertThat(await(cards.filter(c -> c.purchase().customer.eq("Ada")).aupdate(c -> c.number.set("4333"))))
                .isEqualTo(1);

        // One stale row of another subclass keeps all from being written.
        CardPayment good = await(cards.aget(card.id));
        int version = good.version;
        transfer.version = 99;
        assertThatThrownBy(() -> await(payments.abulkUpdate(List.of(good, transfer), p -> p.amount)))
                .isInstanceOf(StaleObjectException.class);
        assertThat(await(payments.aget(card.id)).version).isEqualTo(version);

        // The same values again: the row that is there is changed, in a unique constraint and in an index of the kind.
        CardPayment again = new CardPayment();
        again.amount = new BigDecimal("9.00");
        again.purchase = PurchaseQuerySet.ref(desk);
        again.number = "4333";
        again.terminal = TerminalQuerySet.ref(kiosk);
        assertThat(await(cards.abulkCreateOrUpdate(
                        List.of(again), c -> List.of(c.purchase, c.number), c -> List.of(c.amount))))
                .isEqualTo(1);
        assertThat(await(cards.aget()).amount).isEqualByComparingTo("9");
        assertThat(await(cards.aget()).version).isGreaterThan(version);
        BankTransfer same = unsaved("DE05");
        same.amount = new BigDecimal("2.00");
        assertThat(await(transfers.abulkCreateOrUpdate(List.of(same), t -> List.of(t.amount), t -> List.of(t.iban))))
                .isEqualTo(1);
        assertThat(await(transfers.aget()).iban).isEqualTo("DE05");

        // A key that is a row of another subclass is not this one's to change.
        again.id = transfer.id;
        assertThat(await(cards.abulkCreateOrUpdate(List.of(again), c -> List.of(c.id), c -> List.of(c.amount))))
                .isZero();
        assertThat(await(transfers.aget()).amount).isEqualByComparingTo("2");
        assertThatThrownBy(() -> await(cards.asave(again))).isInstanceOf(StaleObjectException.class);
        assertThatThrownBy(() -> await(cards.arefresh(again))).isInstanceOf(NotFoundException.class);
        assertThat(await(cards.adelete(again)).total()).isZero();
        assertThat(await(transfers.acount())).isEqualTo(1);

        GetOrCreated<CardPayment> got = await(cards.agetOrCreate(
                c -> c.number.eq("4999"),
                c -> c.number("4999").amount(BigDecimal.ONE).purchase(desk).terminal(kiosk)));
        assertThat(got.created()).isTrue();
        assertThat(await(cards.agetOrCreate(c -> c.number.eq("4999"), c -> c)).created())
                .isFalse();
        assertThat(await(cards.aupdateOrCreate(c -> c.number.eq("4999"), c -> c.amount(BigDecimal.TEN)))
                        .model()
                        .amount)
                .isEqualByComparingTo("10");
        assertThat(await(cards.filter(c -> c.number.eq("4999")).adelete()).total())
                .isEqualTo(1);
        assertThat(await(payments.filter(p -> p.cardPayment.number.eq("4333")).adelete())
                        .byModel())
                .isEqualTo(Map.of("Payment", 1L));
    }

    @Test
    void aRowOfAKindThatNobodyKnowsIsNamed() {
        card("1.00", "4111");
        execute("ALTER TABLE payment DROP CONSTRAINT payment_kind_c79902a2_check");
        execute("INSERT INTO payment (amount, purchase_id, at, version, kind) VALUES (1, " + desk.id
                + ", now(), 0, 'cash')");

        assertThatThrownBy(() -> await(payments.alist()))
                .isInstanceOf(UnknownKindException.class)
                .hasMessage("A row of payment is a \"cash\", which no subclass of Payment is. Another release may have"
                        + " written it; rows of one subclass can be read by its own query set");
        assertThatThrownBy(() -> await(payments.astream(p -> Future.succeededFuture())))
                .isInstanceOf(UnknownKindException.class);
        assertThatThrownBy(
                        () -> await(purchases.prefetchRelated(p -> p.payments()).alist()))
                .isInstanceOf(UnknownKindException.class);
        // What does not read such a row does not mind it.
        assertThat(await(cards.alist())).hasSize(1);
        assertThat(await(payments.acount())).isEqualTo(2);
        assertThat(await(payments.filter(p -> p.kind.ne("cash")).alist())).hasSize(1);
        assertThat(await(payments.filter(p -> p.kind.eq("cash")).adelete()).total())
                .isEqualTo(1);
        assertThat(await(payments.alist())).hasSize(1);
    }

    private static String kind(Payment payment) {
        return payment instanceof CardPayment ? "card" : payment instanceof BankTransfer ? "transfer" : "voucher";
    }
}
