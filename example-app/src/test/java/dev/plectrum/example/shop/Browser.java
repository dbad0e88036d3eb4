package dev.plectrum.example.shop;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium without a window, driven by Playwright. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** What is missing for a test in a browser, if anything is. */
    static Optional<String> missing() {
        if (installed().isEmpty()) {
            return Optional.of("no browser is installed: install chromium");
        }
        // The driver for every system is in one file.
        boolean driven = Browser.class.getResource("/driver/linux/LICENSE") != null;
        return driven ? Optional.empty() : Optional.of("Playwright has no driver here: build with -Pbrowser");
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the one that is installed. */
    static Browser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(installed().orElseThrow())
                                .setArgs(List.of("--disable-gpu", "--disable-quic", "--disable-sync"))));
    }

    /** A visitor who has not been here: a page in a profile of its own, with no cookies of others. */
    Visitor open(String url) {
        Visitor visitor = new Visitor(browser.newContext().newPage());
        visitor.page().navigate(url);
        return visitor;
    }

    /** Who looks at this page. */
    record Visitor(Page page) {
        /** What a script comes to, promises included, as text. */
        String run(String script) {
            return String.valueOf(page.evaluate(script));
        }

        /** What a request of the page's own comes to: the status and the content, or why it was not allowed. */
        String fetch(String url, String options) {
            return run("fetch('" + url + "', " + options + """
                    ).then(async answer => answer.status + ' ' + await answer.text(), refused => 'failed: ' + refused)""");
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
