package dev.plectrum.it.query;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving what somebody else may have saved meanwhile. */
@PlectrumTest(schema = SavingTest.Accounts.class)
class SavingTest {
    /** No accounts yet. */
    static final class Accounts implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(AccountMapping.INSTANCE));
        }
    }

    private AccountQuerySet accounts;
    private Account mine;
    private Account theirs;

    @BeforeEach
    void twoReadTheSameRow(Database db) {
        accounts = new AccountQuerySet(db);
        mine = await(accounts.acreate(a -> a.owner("Ann").balance(10)));
        theirs = await(accounts.aget(mine.id));
    }

    private void isStale(Future<?> save) {
        assertThatThrownBy(() -> await(save))
                .isInstanceOf(StaleObjectException.class)
                .hasMessage("Account [" + mine.id + "] was saved or deleted by somebody else since it was read");
    }

    @Test
    void everySaveIsCounted() {
        int before = mine.version;
        await(accounts.asave(mine));
        assertThat(mine.version).isEqualTo(before + 1);
        await(accounts.asave(mine, a -> a.owner));
        assertThat(mine.version).isEqualTo(before + 2);
        assertThat(await(accounts.aget(mine.id)).version).isEqualTo(before + 2);
    }

    @Test
    void whoeverComesSecondOverwritesNothing() {
        mine.balance = 20;
        await(accounts.asave(mine));
        theirs.balance = 30;
        isStale(accounts.asave(theirs));
        isStale(accounts.asave(theirs, a -> a.balance));
        assertThat(await(accounts.aget(mine.id)).balance).isEqualTo(20);

        Account again = await(accounts.arefresh(theirs));
        again.balance = 30;
        await(accounts.asave(again));
        assertThat(await(accounts.aget(mine.id)).balance).isEqualTo(30);
    }

    @Test
    void aRowThatWasDeletedIsNotCreatedAgain() {
        await(accounts.adelete(mine));
        isStale(accounts.asave(theirs));
        assertThat(await(accounts.acount())).isZero();
    }
}
