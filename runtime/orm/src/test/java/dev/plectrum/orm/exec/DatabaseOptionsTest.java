package dev.plectrum.orm.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOptionsTest {
    @Test
    void aUrlNamesUserPasswordHostPortDatabaseAndSettings() {
        DatabaseOptions options = DatabaseOptions.of(
                "postgres://ann:p%40ss+w%2Ford@db.example:6432/shop%20one?pool_size=20&statement_timeout=5s&sslmode=require");

        assertThat(options.user()).isEqualTo("ann");
        assertThat(options.password()).isEqualTo("p@ss+w/ord");
        assertThat(options.host()).isEqualTo("db.example");
        assertThat(options.port()).isEqualTo(6432);
        assertThat(options.database()).isEqualTo("shop one");
        assertThat(options.poolSize()).isEqualTo(20);
        assertThat(options.statementTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.tls()).isEqualTo(DatabaseOptions.Tls.REQUIRE);
    }

    @Test
    void aUrlMayLeaveOutAlmostEverything() {
        DatabaseOptions options = DatabaseOptions.of("postgresql://ann@/");

        assertThat(options.toString()).isEqualTo("postgres://ann@localhost:5432/ann");
    }

    @Test
    void anAddressOfVersionSixStandsInBrackets() {
        assertThat(DatabaseOptions.of("postgres://[::1]:6432/shop").host()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://localhost/shop",
                "postgres:/localhost",
                "postgres://localhost:http/shop",
                "postgres://localhost:70000/shop",
                "postgres://localhost/shop?pool_size",
                "postgres://localhost/shop?pool_size=many",
                "postgres://localhost/shop?pool_size=0",
                "postgres://localhost/shop?sslmode=perhaps",
                "postgres://localhost/shop?statement_timeout=soon",
                "postgres://localhost/shop?pgbouncer=maybe"
            })
    void aWrongUrlIsRefused(String url) {
        assertThatThrownBy(() -> DatabaseOptions.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusedUrlDoesNotRepeatItsPassword() {
        assertThatThrownBy(() -> DatabaseOptions.of("postgres://ann:se/cret@localhost/shop"))
                .hasMessageNotContaining("cret");
        assertThat(DatabaseOptions.of("postgres://ann:secret@localhost/shop").toString())
                .doesNotContain("secret");
    }

    @Test
    void anUnknownSettingIsToldTogetherWithTheKnownOnes() {
        assertThatThrownBy(() -> DatabaseOptions.of("postgres://localhost/shop?poolsize=3"))
                .hasMessageContaining("poolsize")
                .hasMessageContaining("pool_size");
    }

    @Test
    void theEnvironmentNamesADatabaseAndItsSettings() {
        DatabaseOptions options = DatabaseOptions.of(
                Map.of(
                        "DATABASE_URL", "postgres://localhost/shop?pool_size=3",
                        "DATABASE_POOL_SIZE", "7",
                        "DATABASE_SLOW_STATEMENT", "200ms",
                        "DATABASE_REPLICA_URL", "postgres://copy/shop",
                        "PLECTRUM_ENV", "development"),
                "");

        assertThat(options).isNotNull();
        assertThat(options.poolSize()).isEqualTo(7);
        assertThat(options.slowStatement()).isEqualTo(Duration.ofMillis(200));
        assertThat(options.development()).isTrue();
        assertThat(options.replica()).isNotNull();
        assertThat(options.replica().host()).isEqualTo("copy");
        assertThat(options.replica().poolSize()).isEqualTo(7);
    }

    @Test
    void severalDatabasesHaveNames() {
        Map<String, String> environment = Map.of(
                "DATABASE_URL", "postgres://localhost/shop", "REPORTS_DATABASE_URL", "postgres://localhost/reports");

        assertThat(DatabaseOptions.of(environment, "reports").database()).isEqualTo("reports");
        assertThat(DatabaseOptions.of(environment, "archive")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,1", "10,5"})
    void lanesTakeAtMostHalfOfThePool(int pool, int lanes) {
        assertThat(DatabaseOptions.local().poolSize(pool).laneCount()).isEqualTo(lanes);
        assertThat(DatabaseOptions.local().poolSize(pool).lanes(0).laneCount()).isZero();
        assertThat(DatabaseOptions.local().poolSize(pool).pgBouncer(true).laneCount())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"250ms,250", "5s,5000", "5,5000", "2min,120000", "1h,3600000"})
    void timesHaveUnits(String written, long milliseconds) {
        assertThat(DatabaseOptions.local().set("idle_timeout", written).idleTimeout())
                .isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void aChangedCopyLeavesTheOriginalAlone() {
        DatabaseOptions original = DatabaseOptions.local();
        original.poolSize(3).serverSetting("search_path", "shop");

        assertThat(original.poolSize()).isEqualTo(10);
        assertThat(original.serverSettings()).isEmpty();
    }
}
