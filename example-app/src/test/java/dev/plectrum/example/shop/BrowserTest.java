package dev.plectrum.example.shop;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop in a real browser, which has its own mind about cookies, origins, events and sockets. */
@PlectrumTest(schema = FilledShop.class)
class BrowserTest {
    private static final Session.Key<String> CART = Session.Key.text("cart");

    @TempDir
    Path profile;

    private final Staff staff = Staff.withNewToken();

    private Browser browser;
    private Application.Built shop;
    private HttpServer elsewhere;

    @BeforeEach
    void start(Database db) throws Exception {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            System.out.println("No browser is installed, so the shop was not tried in one: install chromium");
        }
        assumeTrue(program.isPresent(), "no browser is installed");
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
        browser = Browser.start(program.get(), profile, db.vertx());
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.stop();
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

    private static String fetch(String url, String options) {
        return "fetch('" + url + "', " + options + ").then(async answer => answer.status + ' ' + await answer.text())";
    }

    private static String until(String condition) {
        return "new Promise(done => { const look = () => { const found = " + condition
                + "; found ? done(found) : setTimeout(look, 20); }; look(); })";
    }

    @Test
    void thePageShowsWhatChangesByEventsAndBySocket() {
        Browser.Tab tab = browser.open(home() + "/");
        assertThat(tab.run(until("document.querySelectorAll('#products tr').length")))
                .isEqualTo("20");
        String stock = "document.querySelector('#products tr .stock')";
        int before = Integer.parseInt(tab.run(stock + ".textContent"));
        // The socket must be open before it can be told what to watch.
        tab.run(until("socket.readyState === WebSocket.OPEN"));
        tab.run("document.querySelectorAll('#products tr')[0].querySelectorAll('button')[1].click()");
        assertThat(tab.run(until("document.querySelector('#watched').textContent")))
                .isEqualTo(before + " in stock");
        tab.run("document.querySelectorAll('#products tr')[0].querySelectorAll('button')[0].click()");
        String after = Integer.toString(before - 1);
        assertThat(tab.run(until(stock + ".textContent === '" + after + "' && 'by event'")))
                .isEqualTo("by event");
        assertThat(tab.run(until(
                        "document.querySelector('#watched').textContent.startsWith('" + after + " ') && 'by socket'")))
                .isEqualTo("by socket");
        assertThat(tab.run("document.querySelector('#message').textContent")).isEqualTo("Bought.");
    }

    @Test
    void aScriptThatThePageDidNotBringDoesNotRun() {
        Browser.Tab tab = browser.open(home() + "/");
        assertThat(tab.run("""
                (() => {
                  const script = document.createElement('script');
                  script.textContent = 'window.injected = true';
                  document.body.append(script);
                  return String(window.injected);
                })()""")).isEqualTo("undefined");
    }

    @Test
    void aSessionIsACookieThatScriptsDoNotSeeAndChangesNeedTheToken() {
        Browser.Tab tab = browser.open(home() + "/");
        String token = tab.run("fetch('/token').then(answer => answer.text())");
        assertThat(tab.run("document.cookie")).isEmpty();
        assertThat(tab.run(fetch("/cart", "{method: 'POST'}")))
                .startsWith("403 ")
                .contains("csrf-token");
        assertThat(tab.run(fetch("/cart", "{method: 'POST', headers: {'X-CSRF-Token': '" + token + "'}}")))
                .isEqualTo("200 chosen");
        assertThat(tab.run(fetch("/cart", "{}"))).isEqualTo("200 desk");
        assertThat(browser.open(home() + "/").run(fetch("/cart", "{}")))
                .as("another visitor's cart")
                .isEqualTo("200 nothing");
    }

    @Test
    void anotherSiteCannotChangeAnythingWithTheVisitorsCookies() {
        Browser.Tab tab = browser.open(home() + "/");
        String token = tab.run("fetch('/token').then(answer => answer.text())");
        tab.go(stranger());
        tab.run(fetch(home() + "/cart", "{method: 'POST', mode: 'no-cors', credentials: 'include', headers: {}}"));
        tab.run(fetch(
                home() + "/cart",
                "{method: 'POST', mode: 'no-cors', credentials: 'include',"
                        + " body: new URLSearchParams({csrf_token: '" + token + "'})}"));
        tab.go(home() + "/");
        assertThat(tab.run(fetch("/cart", "{}"))).isEqualTo("200 nothing");
    }

    @Test
    void otherOriginsReadWhatTheyWereLet() {
        Browser.Tab friend = browser.open(friend());
        assertThat(friend.run(fetch(home() + "/products/1", "{}"))).startsWith("200 {\"id\":1,");
        assertThat(friend.run(fetch(home() + "/products/1/purchases", "{method: 'POST'}")))
                .as("who may read may not change")
                .startsWith("403 ")
                .contains("csrf-origin");
        assertThat(friend.run(fetch(home() + "/products/1", """
                        {method: 'PATCH', body: '{"price": "99.50"}',
                         headers: {'Authorization': 'Bearer %s', 'Content-Type': 'application/json'}}""".formatted(staff.token()))))
                .as("a token of one's own goes where it is sent")
                .startsWith("200 ")
                .contains("\"price\":\"99.50\"");
        Browser.Tab stranger = browser.open(stranger());
        assertThat(stranger.run(fetch(home() + "/products/1", "{}"))).isEqualTo("failed: TypeError: Failed to fetch");
        assertThat(stranger.run("""
                new Promise(done => {
                  const socket = new WebSocket('%s/stock/live');
                  socket.onopen = () => done('open');
                  socket.onerror = () => done('refused');
                })""".formatted(home().replace("http", "ws")))).isEqualTo("refused");
    }
}
