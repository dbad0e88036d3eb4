package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.longs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.ConnectionRefused;
import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.exec.DatabaseOptions.Tls;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a server that speaks TLS, whose certificate is issued for "localhost" by itself. */
class TlsTest {
    private static final Sql IS_ENCRYPTED =
            Sql.read("SELECT ssl::int4::int8 FROM pg_stat_ssl WHERE pid = pg_backend_pid()");

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static Certificate stranger;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.create(folder, "server", "localhost");
        stranger = Certificate.create(folder, "stranger", "localhost");
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private static DatabaseOptions options(Tls tls) {
        return DatabaseOptions.local().port(postgres.getPort()).poolSize(4).tls(tls);
    }

    private static DatabaseOptions trusting(Tls tls, Certificate authority) {
        return options(tls).rootCertificate(authority.certificate().toString());
    }

    /** What the server says of the connections of a lane and of a lease: 1 if they are encrypted. */
    private static void assertEncrypted(DatabaseOptions options, long expected) {
        Database db = Database.connect(options);
        assertThat(await(db.query(IS_ENCRYPTED, longs()))).containsExactly(expected);
        assertThat(await(db.atomic(() -> db.query(IS_ENCRYPTED, longs())))).containsExactly(expected);
        await(db.close());
    }

    private static void assertRefused(DatabaseOptions options, String reason) {
        Database db = Database.connect(options);
        assertThat(failureOf(db.check()))
                .isInstanceOf(ConnectionRefused.class)
                .hasMessageContaining("postgres://")
                .hasMessageContaining(reason);
        assertThat(failureOf(db.atomic(db::check))).isInstanceOf(ConnectionRefused.class);
        await(db.close());
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"PREFER", "REQUIRE"})
    void aConnectionIsEncryptedWhoeverTheServerIs(Tls tls) {
        assertEncrypted(options(tls), 1);
    }

    @Test
    void aConnectionThatNeedNotBeEncryptedIsNot() {
        assertEncrypted(options(Tls.DISABLE), 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void aTrustedCertificateIsAccepted(Tls tls) {
        assertEncrypted(trusting(tls, certificate), 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void aStrangersCertificateIsRefused(Tls tls) {
        assertRefused(trusting(tls, stranger), "signed by " + stranger.certificate());
        assertRefused(options(tls), "signed by an authority that Java trusts (sslrootcert names another)");
    }

    @Test
    void onlyTheFullCheckComparesTheHostsName() {
        assertEncrypted(trusting(Tls.VERIFY_CA, certificate).host("127.0.0.1"), 1);
        assertRefused(trusting(Tls.VERIFY_FULL, certificate).host("127.0.0.1"), "a certificate for 127.0.0.1");
    }

    @Test
    void aServerWithoutEncryptionIsRefusedWhereItIsRequired() {
        assertRefused(TestServer.options().tls(Tls.REQUIRE), "sslmode=require asks it for TLS");
    }

    @Test
    void aCancelRequestTravelsEncryptedToo() {
        Database db = Database.connect(trusting(Tls.VERIFY_FULL, certificate));
        Vertx vertx = Vertx.vertx();
        Cancellation cancellation = new Cancellation();
        Sql slow = Sql.read("SELECT pg_sleep(60)").with(new Sql.Options(Duration.ofMinutes(2), Map.of()));
        Future<?> asked = Future.future(promise -> vertx.getOrCreateContext().runOnContext(v -> cancellation
                .run(() -> db.query(slow, Collectors.counting()))
                .onComplete(done -> promise.handle(done.mapEmpty()))));
        String sleepers = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)%'"
                + " AND pid <> pg_backend_pid()";
        TestServer.untilTrue("the statement runs", () -> TestServer.number(db, sleepers) == 1);
        cancellation.cancel();

        assertThat(failureOf(asked)).isInstanceOf(StatementCancelled.class);
        TestServer.untilTrue("the statement has ended", () -> TestServer.number(db, sleepers) == 0);
        await(db.close());
        await(vertx.close());
    }
}
