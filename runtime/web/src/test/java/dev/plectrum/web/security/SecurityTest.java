package dev.plectrum.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.web.Application;
import dev.plectrum.web.Cors;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.TestUser;
import dev.plectrum.web.limit.RateLimit;
import dev.plectrum.web.session.Session;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestLogins;
import dev.plectrum.web.testing.TestResponse;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecurityTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static final Session.Key<String> CART = Session.Key.text("cart");

    private final MovingClock clock = new MovingClock();

    /** A clock that is moved by hand. */
    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2025-01-01T00:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Application application() {
        return Servers.application(
                        Route.get("/me").value(request -> request.requireUser().id(), Reply.text()),
                        Route.get("/form").open().session().value(Request::csrfToken, Reply.text()),
                        Route.post("/login").open().session().form().future(this::logIn, Reply.text()),
                        Route.post("/logout").value(this::logOut, Reply.text()),
                        Route.post("/buy").form().value(request -> "bought", Reply.text()),
                        Route.post("/hook").open().csrfExempt().value(request -> "heard", Reply.text()),
                        Route.post("/cart").open().session().form().value(this::fill, Reply.text()),
                        Route.get("/cart")
                                .open()
                                .session()
                                .value(request -> request.session().get(CART), Reply.text()),
                        Route.get("/page")
                                .open()
                                .value(
                                        request -> Response.html("<script nonce=" + request.cspNonce() + "></script>"),
                                        Reply.response()),
                        Route.get("/limited")
                                .open()
                                .rateLimit(RateLimit.of("2/min", RateLimit.By.ADDRESS))
                                .value(request -> "ok", Reply.text()))
                .clock(clock)
                .keys(SecretKeys.of(List.of("a key that is long enough for a test")))
                .authentication(app -> new BearerAuthentication(TestUser::find))
                .authentication(app -> new SessionAuthentication(TestUser::find));
    }

    private Future<String> logIn(Request request) {
        return TestUser.find(String.valueOf(request.form().get("name"))).map(user -> {
            if (user == null) {
                return "nobody";
            }
            request.session().logIn(user, clock.instant());
            return request.csrfToken();
        });
    }

    private String logOut(Request request) {
        request.session().end();
        return "bye";
    }

    private String fill(Request request) {
        request.session().put(CART, String.valueOf(request.form().get("what")));
        return request.csrfToken();
    }

    private TestClient loggedIn(TestClient client) {
        TestResponse response = client.postForm("/login", "name", "ada");
        assertThat(response.status()).isEqualTo(200);
        return client.csrfToken(response.text());
    }

    @Test
    void aSessionRemembersItsUserUntilTheLogout() {
        TestClient client = loggedIn(servers.memory(application()));
        assertThat(client.get("/me").text()).isEqualTo("ada");
        assertThat(client.postForm("/logout").text()).isEqualTo("bye");
        assertThat(client.get("/me").status()).isEqualTo(401);
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        TestResponse response = servers.memory(application()).postForm("/login", "name", "ada");
        assertThat(response.header("Set-Cookie"))
                .startsWith("session=")
                .contains("; Path=/; ", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("ada");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Vary")).isEqualTo("Cookie");
    }

    @Test
    void overHttpsTheCookieIsSecureAndBoundToItsHost() {
        Application application = application().options(options -> options.proxies(1));
        TestResponse response =
                servers.memory(application).header("X-Forwarded-Proto", "https").postForm("/login", "name", "ada");
        assertThat(response.header("Set-Cookie")).startsWith("__Host-session=").contains("; Secure");
        assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void anIdleSessionEndsAndSoDoesAnOldOne() {
        TestClient idle = loggedIn(servers.memory(application()));
        clock.forward(Duration.ofDays(15));
        assertThat(idle.get("/me").status()).isEqualTo(401);

        TestClient busy = loggedIn(servers.memory(application()));
        for (int day = 0; day < 91; day++) {
            assertThat(busy.get("/me").status()).as("day %s", day).isEqualTo(200);
            clock.forward(Duration.ofDays(1));
        }
        assertThat(busy.get("/me").status()).isEqualTo(401);
    }

    @Test
    void aChangedCookieIsNoSession() {
        TestClient client = loggedIn(servers.memory(application()));
        String cookie = client.cookie("session");
        char last = cookie.charAt(20);
        client.cookie("session", cookie.substring(0, 20) + (last == 'A' ? 'B' : 'A') + cookie.substring(21));
        assertThat(client.get("/me").status()).isEqualTo(401);
    }

    @Test
    void anUnsafeRequestWithASessionNeedsItsToken() {
        TestClient client = servers.memory(application());
        client.postForm("/login", "name", "ada");
        assertThat(client.postForm("/buy", "what", "desk").problem()).isEqualTo("csrf-token");
        String token = client.get("/form").text();
        assertThat(client.postForm("/buy", "what", "desk", "csrf_token", token).text())
                .isEqualTo("bought");
        assertThat(client.postForm("/buy", "csrf_token", token.substring(1) + "A")
                        .problem())
                .isEqualTo("csrf-token");
    }

    @Test
    void aLoginMakesTheTokensBeforeItWorthless() {
        TestClient client = servers.memory(application());
        String before = client.get("/form").text();
        String planted = client.cookie("session");
        client.csrfToken(before).postForm("/login", "name", "ada");
        assertThat(client.cookie("session")).isNotEqualTo(planted);
        assertThat(client.postForm("/buy").problem()).isEqualTo("csrf-token");
    }

    @Test
    void tokensLookDifferentEachTimeAndAllAreGood() {
        TestClient client = loggedIn(servers.memory(application()));
        String first = client.get("/form").text();
        String second = client.get("/form").text();
        assertThat(first).isNotEqualTo(second);
        assertThat(client.csrfToken(first).postForm("/buy").status()).isEqualTo(200);
        assertThat(client.csrfToken(second).postForm("/buy").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesRequestsAreRefusedEvenWithoutACookie() {
        assertThat(servers.memory(application())
                        .header("Origin", "https://evil.example")
                        .postForm("/login", "name", "ada")
                        .problem())
                .isEqualTo("csrf-origin");
        assertThat(servers.memory(application())
                        .header("Sec-Fetch-Site", "same-site")
                        .postForm("/login", "name", "ada")
                        .problem())
                .isEqualTo("csrf-origin");
        assertThat(servers.memory(application())
                        .header("Origin", "http://localhost")
                        .postForm("/login", "name", "ada")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTrustedOriginAndABearerTokenAndAnExemptRoutePass() {
        Application trusting =
                application().options(options -> options.trustedOrigins(Set.of("https://admin.example")));
        assertThat(servers.memory(trusting)
                        .header("Origin", "https://admin.example")
                        .postForm("/login", "name", "ada")
                        .status())
                .isEqualTo(200);
        assertThat(servers.memory(application())
                        .bearer("ada")
                        .postForm("/buy", "what", "desk")
                        .text())
                .isEqualTo("bought");
        assertThat(servers.memory(application())
                        .header("Origin", "https://evil.example")
                        .postForm("/hook")
                        .text())
                .isEqualTo("heard");
    }

    @Test
    void nothingIsSetUntilThereIsSomethingToRemember() {
        TestClient client = servers.memory(application());
        assertThat(client.get("/cart").header("Set-Cookie")).isNull();
        client.postForm("/cart", "what", "desk");
        assertThat(client.get("/cart").text()).isEqualTo("desk");
    }

    @Test
    void anotherHostIsRefused() {
        assertThat(servers.memory(application())
                        .header("Host", "evil.example")
                        .get("/page")
                        .problem())
                .isEqualTo("host");
        assertThat(servers.memory(application())
                        .header("Host", "localhost:80@evil")
                        .get("/page")
                        .problem())
                .isEqualTo("host");
        assertThat(servers.memory(application())
                        .header("Host", "shop.localhost:8000")
                        .get("/page")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPageHasItsHeadersAndItsNonce() {
        TestResponse response = servers.memory(application()).get("/page");
        String nonce = response.text().replaceAll(".*nonce=([^>]*)>.*", "$1");
        assertThat(response.header("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + nonce + "'")
                .contains("frame-ancestors 'none'");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(servers.memory(application()).get("/page").text()).doesNotContain(nonce);
    }

    @Test
    void theThirdRequestOfTwoIsRefused() {
        TestClient client = servers.memory(application());
        assertThat(client.get("/limited").header("RateLimit")).isEqualTo("\"default\";r=1;t=0");
        assertThat(client.get("/limited").header("RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
        TestResponse refused = client.get("/limited");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void aProxysWordCountsOnlyWhenThereIsOne() {
        Route<String> route = Route.get("/").open().value(Request::clientAddress, Reply.text());
        assertThat(servers.memory(Servers.application(route))
                        .header("X-Forwarded-For", "6.6.6.6")
                        .get("/")
                        .text())
                .isEqualTo("127.0.0.1");
        assertThat(servers.memory(Servers.application(route).options(options -> options.proxies(1)))
                        .header("X-Forwarded-For", "6.6.6.6, 1.2.3.4")
                        .get("/")
                        .text())
                .isEqualTo("1.2.3.4");
        // Some proxies add a line of their own behind those that the client made up.
        var lines = MultiMap.caseInsensitiveMultiMap()
                .add("Host", "localhost")
                .add("X-Forwarded-For", "6.6.6.6")
                .add("X-Forwarded-For", "1.2.3.4");
        assertThat(Servers.await(Servers.application(route)
                                .options(options -> options.proxies(1))
                                .build(servers.vertx())
                                .server()
                                .answer(HttpMethod.GET, "/", lines, Buffer.buffer(), false))
                        .body()
                        .toString())
                .isEqualTo("1.2.3.4");
    }

    @Test
    void aTestIsLoggedInAsAnyone() {
        TestLogins logins = new TestLogins();
        TestClient client = servers.memory(application().authentication(app -> logins));
        TestClient eve = client.as(logins, new TestUser("eve", Set.of()));
        assertThat(eve.get("/me").text()).isEqualTo("eve");
        assertThat(client.get("/me").status()).as("the client that she is like").isEqualTo(401);
        assertThat(client.header("X-Test-Login", "made up").get("/me").status()).isEqualTo(401);
    }

    @Test
    void anOldKeyOpensSessionsAndANewOneSealsThem() {
        String older = "a key that is long enough for a test";
        String newer = "another key that is long enough for a test";
        TestClient before = servers.memory(application());
        before.postForm("/login", "name", "ada");
        String cookie = String.valueOf(before.cookie("session"));
        assertThat(servers.memory(application().keys(SecretKeys.of(List.of(newer, older))))
                        .cookie("session", cookie)
                        .get("/me")
                        .text())
                .isEqualTo("ada");
        assertThat(servers.memory(application().keys(SecretKeys.of(List.of(newer))))
                        .cookie("session", cookie)
                        .get("/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anOriginThatIsAllowedMayRead() {
        Application application =
                application().use(Cors.origins("https://app.example").withCredentials());
        TestResponse preflight = servers.memory(application)
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/hook");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(servers.memory(application)
                        .header("Origin", "https://app.example")
                        .get("/me")
                        .header("Access-Control-Allow-Origin"))
                .as("errors are readable too")
                .isEqualTo("https://app.example");
        assertThat(servers.memory(application)
                        .header("Origin", "https://evil.example")
                        .get("/page")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void anOldKeyVerifiesAndANewOneSigns() {
        String older = "the old key, which is long enough too";
        String newer = "the new key, which is long enough too";
        var before = new SignedTokens(SecretKeys.of(List.of(older)), clock);
        var between = new SignedTokens(SecretKeys.of(List.of(newer, older)), clock);
        var after = new SignedTokens(SecretKeys.of(List.of(newer)), clock);
        String token = before.issue("ada", Duration.ofHours(1));
        assertThat(between.read(token)).isEqualTo("ada");
        assertThat(after.read(token)).isNull();
        assertThat(after.read(between.issue("ada", Duration.ofHours(1)))).isEqualTo("ada");
        clock.forward(Duration.ofHours(1));
        assertThat(between.read(token)).isNull();
    }

    @Test
    void whatOneKeySealsForOnePurposeOpensForNoOther() {
        SecretKeys keys = SecretKeys.random();
        String sealed = keys.sealer("a").seal(new byte[] {1, 2, 3});
        assertThat(keys.sealer("a").open(sealed)).containsExactly(1, 2, 3);
        assertThat(keys.sealer("b").open(sealed)).isNull();
        assertThat(SecretKeys.random().sealer("a").open(sealed)).isNull();
        assertThat(keys.sealer("a").open("no Base64!")).isNull();
    }
}
