package dev.plectrum.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.web.Application;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.Url;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes off a socket when whoever is at its other end means ill. */
@SuppressWarnings("StringConcatToTextBlock") // lines end in CR LF, which text blocks hide
class HostileTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static int port;

    @BeforeAll
    static void start() {
        Application application = Servers.application(
                        Route.get("/").open().value(request -> "fine", Reply.text()),
                        Route.get("/items/{id}")
                                .open()
                                .value(request -> request.pathValues().get(0), Reply.text()),
                        Route.get("/query")
                                .open()
                                .value(request -> request.query().get("q"), Reply.text()),
                        Route.get("/typed").open().value(HostileTest::typed, Reply.text()),
                        Route.get("/cookie").open().value(request -> request.cookie("c"), Reply.text()),
                        Route.get("/echo")
                                .open()
                                .value(
                                        request -> Response.text("x")
                                                .header(
                                                        "X-Echo",
                                                        request.query().get("q")),
                                        Reply.response()),
                        Route.get("/go")
                                .open()
                                .value(request -> Url.path(request.query().get("q")), Reply.redirect()),
                        Route.post("/json").open().body().value(HostileTest::json, Reply.text()),
                        Route.post("/form")
                                .open()
                                .form()
                                .value(request -> request.form().get("a"), Reply.text()),
                        Route.post("/ignored").open().value(request -> "ignored", Reply.text()))
                .options(options -> options.maxBody(1000)
                        .maxFields(20)
                        .maxHeader(4096)
                        .maxUri(2048)
                        .requestTimeout(Duration.ofMillis(600))
                        .headerTimeout(Duration.ofMillis(600))
                        .idleTimeout(Duration.ofMillis(600)));
        port = servers.start(application).server().port();
    }

    private static String json(Request request) {
        String text = request.inputs().body(JsonReader::string);
        request.inputs().check();
        return text;
    }

    private static String typed(Request request) {
        int n = request.inputs().query().required("n", TextTypes.INT);
        request.inputs().check();
        return String.valueOf(n);
    }

    /** Everything that comes back until the server closes, or is silent for so long. */
    private static String talk(byte[] bytes, int patience) throws IOException {
        return talk(List.of(bytes), patience).get(0);
    }

    /** The same of several, each on a connection of its own, which are all silent for so long at once. */
    private static List<String> talk(List<byte[]> requests, int patience) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        try {
            for (byte[] bytes : requests) {
                Socket socket = new Socket("localhost", port);
                sockets.add(socket);
                try {
                    socket.getOutputStream().write(bytes);
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    // refused before everything was written: what it said is still to be read
                }
            }
            // One after the other, but they have all been waiting since the last was asked.
            long asked = System.nanoTime();
            for (Socket socket : sockets) {
                int passed = (int) Duration.ofNanos(System.nanoTime() - asked).toMillis();
                socket.setSoTimeout(Math.max(1, patience - passed));
                answers.add(readAll(socket.getInputStream()));
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        return answers;
    }

    private static String readAll(InputStream in) {
        var out = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            out.append("[open]");
        } catch (IOException e) {
            out.append("[reset]");
        }
        return out.toString();
    }

    private static String talk(String text) throws IOException {
        return talk(text.getBytes(StandardCharsets.ISO_8859_1), 3000);
    }

    private static String get(String target, String... headers) throws IOException {
        var text = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return talk(text.append("\r\n").toString());
    }

    private static String post(String path, String type, String body) throws IOException {
        return talk("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n" + body);
    }

    private static int status(String answer) {
        Matcher matcher = STATUS.matcher(answer);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @ParameterizedTest
    @CsvSource({
        "/items/%ff, 400",
        "/items/%c0%af, 400",
        "/items/%ed%a0%80, 400",
        "/items/%zz, 400",
        "/items/%, 400",
        "/items/.., 400",
        "/items/%2e%2e, 400",
        "/../../etc/passwd, 400",
        "/items/a%00b, 200",
        "/items/\u00ff, 400",
        "//items/1, 404",
        "/query?q=%ff, 400",
        "/query?q=%u0041, 400",
        "/query?q=a+b%20c, 200",
        "/items/a%2fb, 200",
        "/items/%25%32%65, 200",
        "http://localhost/, 200",
        "http://localhost/items/7?q=1, 200",
        "http://localhost, 200",
        "http://evil.example/, 400",
        "http://localhost@evil.example/, 400",
        "ftp://localhost/, 404",
        "localhost:80, 404",
        "*, 404",
    })
    void strangeTargetsAreAnsweredCorrectly(String target, int status) throws IOException {
        assertThat(status(get(target))).isEqualTo(status);
    }

    @Test
    void malformedRequestsAreRefusedAndTheConnectionClosed() throws IOException {
        for (String request : new String[] {
            "GET / HTTP/1.1\r\nHost: localhost\r\n bad: folded\r\n: empty\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            "GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        }) {
            String answer = talk(request);
            assertThat(status(answer)).as(request).isIn(400, 501, 505, 0);
            assertThat(answer).as(request).doesNotContain("fine").doesNotEndWith("[open]");
        }
    }

    @Test
    void aRequestWithoutAHostOrForAnotherIsRefused() throws IOException {
        assertThat(status(talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))).isEqualTo(400);
        assertThat(status(talk("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")))
                .isEqualTo(400);
    }

    @Test
    void twoHostsAreRefused() throws IOException {
        assertThat(status(talk("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")))
                .isEqualTo(400);
    }

    @Test
    void hugeHeadersAndTargetsAreRefused() throws IOException {
        assertThat(status(get("/", "X: " + "a".repeat(10_000)))).isIn(431, 0);
        // Vert.x closes at once, so that the answer may be lost with what was not read.
        assertThat(status(get("/?" + "a".repeat(5_000)))).isIn(414, 0);
        assertThat(status(get("/query?" + "a=1&".repeat(30)))).isEqualTo(400);
        assertThat(status(get("/cookie", "Cookie: " + "a=1;".repeat(30)))).isEqualTo(400);
    }

    /** Where two readers could disagree about what a request is, nothing that follows it is answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: Chunked",
                "Transfer-Encoding:\tchunked",
                "Transfer-Encoding : chunked",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: 5 6",
                "Content-Length: -5",
                "Content-Length : 5",
                "X: y\r\n Content-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length\u0000: 5",
            })
    void whereTwoReadersCouldDisagreeNothingThatFollowsIsAnswered(String headers) throws IOException {
        String answer = talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                + "\r\n\r\n0\r\n\r\nGET /items/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).as(answer).doesNotContain("smuggled").doesNotEndWith("[open]");
        assertThat(status(answer)).as(answer).isNotIn(200, 500);
    }

    @Test
    void whatIsLeftOfARefusedBodyIsNoRequest() throws IOException {
        String hidden = "GET /items/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String body = hidden + "a".repeat(2000 - hidden.length());
        String head = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n";
        String last = "GET /items/last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (String request : List.of("POST /json", "PUT /json", "POST /nowhere", "DELETE /items/1", "GET /items/1")) {
            String answer = talk(request + head + body + last);
            assertThat(answer).as(request).doesNotContain("smuggled").endsWith("last");
            assertThat(STATUS.matcher(answer).results()).as(answer).hasSize(2);
        }
    }

    @Test
    void chunksMayHaveExtensionsAndTrailersWithinBounds() throws IOException {
        String head = "POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        for (String body : List.of("3\r\n\"x\"\r\n0\r\n\r\n", "3\r\n\"x\"\r\n0\r\nX-Trailer: y\r\n\r\n")) {
            assertThat(talk(head + body)).as(body).contains("200 OK").endsWith("\r\n\r\nx");
        }
        // The decoder below us refuses all extensions, which nobody uses but smugglers.
        assertThat(status(talk(head + "3;a=b\r\n\"x\"\r\n0\r\n\r\n"))).isIn(200, 400, 0);
        assertThat(status(talk(head + "3;" + "a".repeat(100_000) + "\r\n\"x\"\r\n0\r\n\r\n")))
                .isIn(400, 413, 414, 431, 0);
        assertThat(status(talk(head + "3\r\n\"x\"\r\n0\r\n" + "X: y\r\n".repeat(20_000) + "\r\n")))
                .isIn(400, 413, 431, 0);
        assertThat(status(talk(head + "-3\r\n\"x\"\r\n0\r\n\r\n"))).isIn(400, 0);
        assertThat(status(talk(head + "fffffffffffffffff\r\n\"x\"\r\n0\r\n\r\n")))
                .isIn(400, 413, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "FOO", "get"})
    void everyMethodHasItsAnswer(String method) throws IOException {
        String answer = talk(method + " /items/1 HTTP/1.1\r\nHost: localhost\r\nX-HTTP-Method-Override: GET\r\n"
                + "X-Method-Override: GET\r\nConnection: close\r\n\r\n");
        int expected = method.equals("GET") || method.equals("HEAD") ? 200 : method.equals("OPTIONS") ? 204 : 405;
        assertThat(status(answer)).as(answer).isEqualTo(expected);
        if (expected != 200) {
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("\nallow: get, head, options\r");
        }
        if (expected == 405) {
            assertThat(answer).contains("urn:problem:method-not-allowed").doesNotContain("X-HTTP");
        }
    }

    @Test
    void optionsOfTheWholeServerAreAnswered() throws IOException {
        assertThat(status(talk("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .isEqualTo(204);
    }

    @Test
    void aHostMustBeOne() throws IOException {
        for (String host :
                List.of("", "localhost:8a", "localhost/../x", "localhost, evil", "[::1", "evil.example@localhost")) {
            assertThat(status(talk("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")))
                    .as(host)
                    .isEqualTo(400);
        }
        assertThat(status(talk("GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")))
                .as("two readers would take it for two hosts")
                .isEqualTo(400);
    }

    @Test
    void formsInPartsAreReadWithinBounds() throws IOException {
        String type = "multipart/form-data; boundary=b";
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        assertThat(post("/form", type, part + "--b--\r\n")).endsWith("1");
        assertThat(status(post("/form", "multipart/form-data", part + "--b--"))).isEqualTo(400);
        assertThat(status(post("/form", "multipart/form-data; boundary=", part + "--b--")))
                .isEqualTo(400);
        assertThat(status(post("/form", "multipart/form-data; boundary=\"\"", part + "--b--")))
                .isEqualTo(400);
        assertThat(status(post("/form", "multipart/mixed; boundary=b", part + "--b--")))
                .isEqualTo(415);
        assertThat(status(post("/form", type, part.repeat(30) + "--b--\r\n"))).isEqualTo(400);
        assertThat(status(post("/form", type, part))).as("without an end").isEqualTo(400);
        String file = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n1\r\n";
        assertThat(status(post("/form", type, file.repeat(30) + "--b--\r\n"))).isIn(400, 413);
        String huge = part.replace("\"a\"", "\"" + "n".repeat(100_000) + "\"");
        assertThat(status(post("/form", type, huge + "--b--\r\n"))).isIn(400, 413);
        String nested =
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
                        + "--c\r\nContent-Disposition: file; filename=\"x\"\r\n\r\n1\r\n--c--\r\n";
        assertThat(status(post("/form", type, nested + "--b--\r\n"))).isIn(200, 204, 400, 404);
        String strange = "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b\r\n\r\n\r\n--b--\r\n";
        assertThat(status(post("/form", type, strange))).isEqualTo(400);
        String encoded =
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: evil\r\n\r\n1\r\n";
        assertThat(status(post("/form", type, encoded + "--b--\r\n")))
                .as("forms have no such header")
                .isIn(200, 400);
        assertThat(status(post(
                        "/form",
                        type,
                        part.replace("\r\n\r\n", "\r\nContent-Type: text/plain; charset=evil\r\n\r\n") + "--b--")))
                .isEqualTo(400);
    }

    @Test
    void aValueThatIsGivenTwiceIsNotChosenFrom() throws IOException {
        assertThat(get("/typed?n=1")).endsWith("1");
        assertThat(get("/typed?n=1&n=2")).contains("422 ").contains("must be given once");
        assertThat(get("/typed?n=1&n=1")).contains("422 ");
        assertThat(get("/typed?n=1&N=2")).endsWith("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\"|200",
                "\ufeff\"x\"|200",
                "\"x\" \"y\"|400",
                "\"x\",|400",
                "'x'|400",
                "\"\\ud800\"|422",
                "\"\\udc00\\ud800\"|422",
                "\"\\u0000\"|422",
                "\"a\u0001\"|400",
                "1e400|422",
                "NaN|400",
                "-Infinity|400",
                "01|400",
                "null|422",
                "// x|400",
            })
    void strangeJsonIsAnsweredCorrectly(String json, int status) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        assertThat(status(post("/json", "application/json", new String(body, StandardCharsets.ISO_8859_1))))
                .isEqualTo(status);
    }

    @Test
    void jsonIsUtf8AndNothingElse() throws IOException {
        for (Charset charset : List.of(
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16,
                Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"))) {
            String body = new String("\"x\"".getBytes(charset), StandardCharsets.ISO_8859_1);
            assertThat(status(post("/json", "application/json", body)))
                    .as(charset.name())
                    .isEqualTo(400);
        }
        assertThat(status(talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\"x\"")))
                .as("who does not unpack must not read it as if it were not packed")
                .isEqualTo(415);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        String one = "GET /items/%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";
        String answer = talk(String.format(one, "first", "")
                + String.format(one, "second", "")
                + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + String.format(one, "third", "Connection: close\r\n"));
        assertThat(STATUS.matcher(answer).results().map(found -> found.group(1)))
                .containsExactly("200", "200", "404", "200");
        assertThat(answer.indexOf("first")).isLessThan(answer.indexOf("second"));
        assertThat(answer).endsWith("third");
    }

    @Test
    void aSmuggledRequestIsNotAnswered() throws IOException {
        String answer = talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 45\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /items/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(STATUS.matcher(answer).results()).as(answer).hasSizeLessThanOrEqualTo(1);
        assertThat(answer).doesNotContain("smuggled").doesNotEndWith("[open]");
    }

    @Test
    void aHeadersValueCannotBeginAnotherHeader() throws IOException {
        String answer = get("/echo?q=a%0d%0aX-Evil:%201");
        assertThat(status(answer)).isEqualTo(500);
        assertThat(answer).doesNotContain("\nX-Evil");
        assertThat(status(get("/go?q=//evil.example"))).isEqualTo(500);
        assertThat(status(get("/go?q=/%5Cevil.example"))).isEqualTo(500);
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedHoweverTheyCome() throws IOException {
        assertThat(status(post("/json", "application/json", "\"" + "a".repeat(2000) + "\"")))
                .isEqualTo(413);
        assertThat(status(talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + ("3e8\r\n" + "a".repeat(1000) + "\r\n").repeat(3) + "0\r\n\r\n")))
                .isEqualTo(413);
        assertThat(status(talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 99999999999999999999\r\n\r\n")))
                .isIn(400, 413);
        assertThat(status(post("/ignored", "text/plain", "a".repeat(5000)))).isEqualTo(200);
    }

    @Test
    void deepAndBrokenJsonIsRefused() throws IOException {
        assertThat(post("/json", "application/json", "[".repeat(900))).contains("urn:problem:json-limit");
        assertThat(status(post("/json", "application/json", "{\"a\":".repeat(150))))
                .isIn(400, 422);
        assertThat(status(post("/json", "application/json", "\"\u00ff\""))).isEqualTo(400);
        assertThat(status(post("/json", "text/plain", "\"x\""))).isEqualTo(415);
        assertThat(status(post("/form", "application/x-www-form-urlencoded", "a=%ff")))
                .isEqualTo(400);
        assertThat(status(post("/form", "application/x-www-form-urlencoded", "a=1&".repeat(30))))
                .isEqualTo(400);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
        String answer = talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n\"abc");
        assertThat(answer).matches(text -> status(text) == 408 || text.isEmpty());
        assertThat(answer).doesNotEndWith("[open]");
    }

    @Test
    void headersThatComeByteByByteAreNotWaitedFor() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            byte[] request =
                    ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                for (; sent < request.length; sent++) {
                    socket.getOutputStream().write(request[sent]);
                    Thread.sleep(20);
                    if (socket.getInputStream().available() > 0) {
                        break;
                    }
                }
            } catch (IOException e) {
                assertThat(sent).as("closed before the last byte").isLessThan(request.length);
                return;
            }
            throw new AssertionError("All " + sent + " bytes were taken, one every 20 ms");
        }
    }

    @Test
    void anExpectedContinueIsGiven() throws IOException {
        String answer = talk("POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 3\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n\"x\"");
        assertThat(answer).startsWith("HTTP/1.1 100 Continue").endsWith("x");
    }

    /** Requests bent at random places. Whatever they are: an answer that HTTP knows, or a closed connection, and never a 500. */
    @Test
    void noBentRequestBreaksTheServer() throws IOException {
        long seed = Long.getLong("plectrum.fuzz.seed", System.nanoTime());
        System.out.println("HostileTest bends requests with -Dplectrum.fuzz.seed=" + seed);
        var random = new Random(seed);
        String[] seeds = {
            "GET /items/42?q=a%20b HTTP/1.1\r\nHost: localhost\r\nCookie: c=d; e=f\r\nConnection: close\r\n\r\n",
            "POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n"
                    + "Connection: close\r\n\r\n\"a\\u00e9\"",
            "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 7\r\nConnection: close\r\n\r\na=1&b=2",
            "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 58\r\nConnection: close\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        };
        // Many at once, because most of them leave the server waiting for more.
        for (int batch = 0; batch < 12; batch++) {
            List<byte[]> bent = Stream.generate(() ->
                            bend(seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.ISO_8859_1), random))
                    .limit(50)
                    .toList();
            List<String> answers = talk(bent, 300);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(status(answers.get(i)))
                        .as("%s%n%s", new String(bent.get(i), StandardCharsets.ISO_8859_1), answers.get(i))
                        .isNotEqualTo(500);
            }
        }
        assertThat(get("/")).endsWith("fine");
    }

    private static byte[] bend(byte[] bytes, Random random) {
        byte[] bent = bytes.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(bent.length);
            switch (random.nextInt(4)) {
                case 0 -> bent[at] = (byte) random.nextInt(256);
                case 1 -> bent[at] = (byte) "\r\n\0 :%/?;,=\"".charAt(random.nextInt(12));
                case 2 -> bent = java.util.Arrays.copyOf(bent, Math.max(1, at));
                default -> {
                    byte[] longer = new byte[bent.length + 1 + random.nextInt(20)];
                    System.arraycopy(bent, 0, longer, 0, at);
                    for (int i = at; i < longer.length - bent.length + at; i++) {
                        longer[i] = (byte) random.nextInt(256);
                    }
                    System.arraycopy(bent, at, longer, longer.length - bent.length + at, bent.length - at);
                    bent = longer;
                }
            }
        }
        return bent;
    }
}
