package dev.plectrum.example.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Application;
import dev.plectrum.web.Cors;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.session.Session;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop in a real browser, which has its own mind about cookies, origins, events and sockets. */
@PlectrumTest(schema = FilledShop.class)
class BrowserTest {
    private static final Session.Key<String> CART = Session.Key.text("cart");

    private static Browser browser;

    private final Staff staff = Staff.withNewToken();

    private Application.Built shop;
    private HttpServer elsewhere;

    @BeforeAll
    static void startBrowser() {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(what -> System.out.println("The shop was not tried in a browser, because " + what));
        browser = missing.isEmpty() ? Browser.start() : null;
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start(Database db) throws Exception {
        assumeTrue(browser != null, "there is no browser to drive");
        elsewhere = await(db.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html")
                        .end("Elsewhere"))
                .listen(0, "127.0.0.1"));
        StockFeed feed = new StockFeed();
        shop = await(Main.application(staff)
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false))
                .database(vertx -> db)
                .routes(app -> Routes.of(new ShopRoutes(app, feed), BrowserTest::cart))
                .use(Cors.origins(friend()))
                .start(db.vertx()));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            await(shop.server().shutdown());
            await(elsewhere.close());
        }
    }

    /** What a visitor has chosen, in a session. */
    private static List<Route<?>> cart() {
        return List.of(
                Route.get("/cart").open().session().value(BrowserTest::chosen, Reply.text()),
                Route.get("/token").open().session().value(Request::csrfToken, Reply.text()),
                Route.post("/cart").open().session().value(BrowserTest::choose, Reply.text()));
    }

    private static String chosen(Request request) {
        String chosen = request.session().get(CART);
        return chosen == null ? "nothing" : chosen;
    }

    private static String choose(Request request) {
        request.session().put(CART, "desk");
        return "chosen";
    }

    private String home() {
        return "http://localhost:" + shop.server().port();
    }

    /** Another origin, which may read answers. */
    private String friend() {
        return "http://127.0.0.1:" + elsewhere.actualPort();
    }

    /** Another origin, which may not. */
    private String stranger() {
        return "http://localhost:" + elsewhere.actualPort();
    }

    @Test
    void thePageShowsWhatChangesByEventsAndBySocket() {
        Page page = browser.open(home() + "/").page();
        Locator rows = page.locator("#products tr");
        assertThat(rows).hasCount(20);
        Locator first = rows.first();
        Locator stock = first.locator(".stock");
        int before = Integer.parseInt(stock.textContent());
        // The socket must be open before it can be told what to watch.
        page.evaluate("""
                () => new Promise(open => socket.readyState === WebSocket.OPEN ? open() : socket.addEventListener('open', open))""");

        first.getByText("Look").click();
        assertThat(page.locator("#watched")).hasText(before + " in stock");
        first.getByText("Buy").click();

        assertThat(page.locator("#message")).hasText("Bought.");
        assertThat(stock).hasText(Integer.toString(before - 1));
        assertThat(page.locator("#watched")).hasText(before - 1 + " in stock");
    }

    @Test
    void aScriptThatThePageDidNotBringDoesNotRun() {
        Browser.Visitor visitor = browser.open(home() + "/");
        assertThat(visitor.run("""
                (() => {
                  const script = document.createElement('script');
                  script.textContent = 'window.injected = true';
                  document.body.append(script);
                  return String(window.injected);
                })()""")).isEqualTo("undefined");
    }

    @Test
    void aSessionIsACookieThatScriptsDoNotSeeAndChangesNeedTheToken() {
        Browser.Visitor visitor = browser.open(home() + "/");
        String token = visitor.run("fetch('/token').then(answer => answer.text())");
        assertThat(visitor.run("document.cookie")).isEmpty();
        assertThat(visitor.fetch("/cart", "{method: 'POST'}"))
                .startsWith("403 ")
                .contains("csrf-token");
        assertThat(visitor.fetch("/cart", "{method: 'POST', headers: {'X-CSRF-Token': '" + token + "'}}"))
                .isEqualTo("200 chosen");
        assertThat(visitor.fetch("/cart", "{}")).isEqualTo("200 desk");
        assertThat(browser.open(home() + "/").fetch("/cart", "{}"))
                .as("another visitor's cart")
                .isEqualTo("200 nothing");
    }

    @Test
    void anotherSiteCannotChangeAnythingWithTheVisitorsCookies() {
        Browser.Visitor visitor = browser.open(home() + "/");
        String token = visitor.run("fetch('/token').then(answer => answer.text())");
        visitor.page().navigate(stranger());
        visitor.fetch(home() + "/cart", "{method: 'POST', mode: 'no-cors', credentials: 'include', headers: {}}");
        visitor.fetch(
                home() + "/cart",
                "{method: 'POST', mode: 'no-cors', credentials: 'include',"
                        + " body: new URLSearchParams({csrf_token: '" + token + "'})}");
        visitor.page().navigate(home() + "/");
        assertThat(visitor.fetch("/cart", "{}")).isEqualTo("200 nothing");
    }

    @Test
    void otherOriginsReadWhatTheyWereLet() {
        Browser.Visitor friend = browser.open(friend());
        assertThat(friend.fetch(home() + "/products/1", "{}")).startsWith("200 {\"id\":1,");
        assertThat(friend.fetch(home() + "/products/1/purchases", "{method: 'POST'}"))
                .as("who may read may not change")
                .startsWith("403 ")
                .contains("csrf-origin");
        assertThat(friend.fetch(home() + "/products/1", """
                        {method: 'PATCH', body: '{"price": "99.50"}',
                         headers: {'Authorization': 'Bearer %s', 'Content-Type': 'application/json'}}""".formatted(staff.token())))
                .as("a token of one's own goes where it is sent")
                .startsWith("200 ")
                .contains("\"price\":\"99.50\"");
        Browser.Visitor stranger = browser.open(stranger());
        assertThat(stranger.fetch(home() + "/products/1", "{}")).isEqualTo("failed: TypeError: Failed to fetch");
        assertThat(stranger.run("""
                new Promise(done => {
                  const socket = new WebSocket('%s/stock/live');
                  socket.onopen = () => done('open');
                  socket.onerror = () => done('refused');
                })""".formatted(home().replace("http", "ws")))).isEqualTo("refused");
    }
}
