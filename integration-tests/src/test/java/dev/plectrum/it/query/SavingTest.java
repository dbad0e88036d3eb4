package dev.plectrum.it.query;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving what somebody else may have saved meanwhile, and what every change of a row sets by itself. */
@PlectrumTest(schema = SavingTest.Accounts.class, isolation = Isolation.ROLLBACK)
class SavingTest {
    /** No accounts yet. */
    static final class Accounts implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(AccountMapping.INSTANCE, SavingsAccountMapping.INSTANCE));
        }
    }

    private AccountQuerySet accounts;
    private SavingsAccountQuerySet savings;
    private Account mine;
    private Account theirs;

    @BeforeEach
    void twoReadTheSameRow(Database db) {
        accounts = new AccountQuerySet(db);
        savings = new SavingsAccountQuerySet(db);
        mine = await(accounts.acreate(a -> a.owner("Ann").balance(10)));
        theirs = await(accounts.aget(mine.id));
    }

    private void isStale(Future<?> save) {
        assertThatThrownBy(() -> await(save))
                .isInstanceOf(StaleObjectException.class)
                .hasMessage("Account " + mine.id + " was saved or deleted by somebody else since it was read");
    }

    private Account read() {
        return await(accounts.aget(mine.id));
    }

    /** As if the row had not been changed for long. */
    private void isOld() {
        await(accounts.aupdate(a -> a.changedAt.set(Instant.EPOCH), a -> a.version.set(1)));
        mine = read();
        theirs = read();
        assertThat(mine.changedAt).isEqualTo(Instant.EPOCH);
        assertThat(mine.version).isEqualTo(1);
    }

    private void isChangedOnce() {
        assertThat(read().version).isEqualTo(2);
        assertThat(read().changedAt).isAfter(Instant.EPOCH);
    }

    @Test
    void everySaveIsCounted() {
        int before = mine.version;
        await(accounts.asave(mine));
        assertThat(mine.version).isEqualTo(before + 1);
        await(accounts.asave(mine, a -> a.owner));
        assertThat(mine.version).isEqualTo(before + 2);
        assertThat(read().version).isEqualTo(before + 2);
    }

    @Test
    void whoeverComesSecondOverwritesNothing() {
        mine.balance = 20;
        await(accounts.asave(mine));
        theirs.balance = 30;
        isStale(accounts.asave(theirs));
        isStale(accounts.asave(theirs, a -> a.balance));
        assertThat(read().balance).isEqualTo(20);

        Account again = await(accounts.arefresh(theirs));
        again.balance = 30;
        await(accounts.asave(again));
        assertThat(read().balance).isEqualTo(30);
    }

    @Test
    void aRowThatWasDeletedIsNotCreatedAgain() {
        await(accounts.adelete(mine));
        isStale(accounts.asave(theirs));
        assertThat(await(accounts.acount())).isZero();
    }

    @Test
    void anUpdateOfManyRowsIsNoticedByWhoeverHasReadOne() {
        isOld();
        assertThat(await(accounts.aupdate(a -> a.balance.set(a.balance.plus(5)))))
                .isEqualTo(1);
        isChangedOnce();
        isStale(accounts.asave(theirs));
        assertThat(read().balance).isEqualTo(15);
        assertThat(await(accounts.aupdateReturning(a -> a.balance.set(7L))))
                .extracting(a -> a.version)
                .containsExactly(3);
    }

    @Test
    void whatAnUpdateSaysItselfStaysAsItSays() {
        isOld();
        await(accounts.aupdate(a -> a.version.set(9), a -> a.changedAt.set(a.changedAt)));
        assertThat(read().version).isEqualTo(9);
        assertThat(read().changedAt).isEqualTo(Instant.EPOCH);
        assertThat(assertQueries(0, () -> accounts.aupdate())).isZero();
    }

    @Test
    void rowsThatAreSavedTogetherAreCountedAndKnowIt() {
        isOld();
        Account other = await(accounts.acreate(a -> a.owner("Bob")));
        mine.balance = 11;
        other.balance = 12;
        assertThat(await(accounts.abulkUpdate(List.of(other, mine), a -> a.balance)))
                .isEqualTo(2);
        assertThat(Queries.captured()).contains("""
                UPDATE account t0
                SET balance = u.c3, version = t0.version + 1, changed_at = $4::timestamptz
                FROM unnest($1::int8[], $2::int4[], $3::int8[]) WITH ORDINALITY AS u(c1, c2, c3, place)
                WHERE t0.id = u.c1 AND t0.version = u.c2
                RETURNING t0.id, t0.changed_at, t0.version, u.place""");
        isChangedOnce();
        assertThat(mine.version).isEqualTo(2);
        assertThat(mine.changedAt).isEqualTo(read().changedAt);
        assertThat(read().balance).isEqualTo(11);
        await(accounts.asave(mine));
        await(accounts.asave(other));
        assertThat(read().version).isEqualTo(3);
    }

    @Test
    void ofRowsThatAreSavedTogetherNoneIsIfSomebodyElseHasSavedOne() {
        isOld();
        Account other = await(accounts.acreate(a -> a.owner("Bob").balance(1)));
        await(accounts.asave(theirs));
        mine.balance = 11;
        other.balance = 12;
        assertThatThrownBy(() -> await(accounts.abulkUpdate(List.of(mine, other), a -> a.balance)))
                .isInstanceOf(StaleObjectException.class)
                .hasMessage("1 of 2 Account objects were saved or deleted by somebody else since they were read;"
                        + " nothing was written");
        assertThat(read().balance).isEqualTo(10);
        assertThat(await(accounts.aget(other.id)).balance).isEqualTo(1);
    }

    @Test
    void whatIsCreatedOrUpdatedIsCounted() {
        isOld();
        Account again = new Account();
        again.owner = "Ann";
        again.balance = 99;
        assertThat(await(accounts.abulkCreateOrUpdate(List.of(again), a -> List.of(a.owner), a -> List.of(a.balance))))
                .isEqualTo(1);
        isChangedOnce();
        assertThat(read().balance).isEqualTo(99);
        isStale(accounts.asave(theirs));
    }

    @Test
    void aRowInSeveralTablesIsCountedWhereItBegins() {
        SavingsAccount hers =
                await(savings.acreate(s -> s.owner("Eve").balance(1).rate(2)));
        SavingsAccount his = await(savings.aget(hers.id));
        int before = hers.version;
        hers.rate = 3;
        await(savings.asave(hers, s -> s.rate));
        assertThat(hers.version).isEqualTo(before + 1);
        hers.rate = 4;
        await(savings.asave(hers));
        assertThat(hers.version).isEqualTo(before + 2);
        hers.rate = 5;
        assertThat(await(savings.abulkUpdate(List.of(hers), s -> s.rate))).isEqualTo(1);
        assertThat(hers.version).isEqualTo(before + 3);
        assertThat(await(savings.aupdate(s -> s.rate.set(s.rate.plus(1))))).isEqualTo(1);

        SavingsAccount now = await(savings.aget(hers.id));
        assertThat(now.version).isEqualTo(before + 4);
        assertThat(now.rate).isEqualTo(6);
        his.rate = 50;
        his.owner = "Adam";
        for (Future<?> save : List.of(
                savings.asave(his),
                savings.asave(his, s -> s.rate),
                savings.asave(his, s -> s.rate, s -> s.owner),
                savings.abulkUpdate(List.of(his), s -> s.rate))) {
            assertThatThrownBy(() -> await(save)).isInstanceOf(StaleObjectException.class);
        }
        assertThat(await(savings.aget(hers.id)).rate).isEqualTo(6);
        assertThat(await(savings.aget(hers.id)).owner).isEqualTo("Eve");
        assertThat(await(savings.aupdateOrCreate(
                                s -> s.owner.eq("Eve"), s -> s.rate(8).balance(9)))
                        .created())
                .isFalse();
        now = await(savings.aget(hers.id));
        assertThat(now.rate).isEqualTo(8);
        assertThat(now.balance).isEqualTo(9);
        assertThat(now.version).isEqualTo(before + 5);
    }
}
