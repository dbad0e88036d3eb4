package dev.plectrum.web;

import dev.plectrum.web.json.JsonLimits;
import dev.plectrum.web.security.AllowedHosts;
import dev.plectrum.web.security.ContentSecurityPolicy;
import dev.plectrum.web.session.SessionOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server behaves. Immutable: each setter returns another one. The defaults are for development on one's own machine, and
 * safe; {@link #fromEnvironment} reads what a deployment sets.
 */
public final class WebOptions {
    private String host = "127.0.0.1";
    private int port = 8000;
    private boolean production = false;
    private boolean accessLog = true;
    private int instances = Runtime.getRuntime().availableProcessors();
    private AllowedHosts allowedHosts = AllowedHosts.LOCAL;
    private Set<String> trustedOrigins = Set.of();
    private int proxies = 0;
    private TrailingSlash trailingSlash = TrailingSlash.REDIRECT;
    private long maxBody = 1024 * 1024;
    private long maxUpload = 32L * 1024 * 1024;
    private int maxUploads = 16;
    private int maxFields = 200;
    private int maxHeader = 16 * 1024;
    private int maxUri = 8 * 1024;
    private int maxMessage = 64 * 1024;
    private JsonLimits jsonLimits = JsonLimits.DEFAULT;
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration idleTimeout = Duration.ofSeconds(60);
    private Duration headerTimeout = Duration.ofSeconds(10);
    private int maxInFlight = 10_000;
    private Duration shutdownTimeout = Duration.ofSeconds(20);
    private List<Locale> locales = List.of(Locale.ENGLISH);
    private SessionOptions sessions = SessionOptions.DEFAULT;
    private ContentSecurityPolicy contentSecurityPolicy = ContentSecurityPolicy.STRICT;
    private Duration strictTransportSecurity = Duration.ofDays(365);
    private boolean compression = true;
    private String healthPath = "/health";

    private WebOptions() {}

    private WebOptions(WebOptions other) {
        host = other.host;
        port = other.port;
        production = other.production;
        accessLog = other.accessLog;
        instances = other.instances;
        allowedHosts = other.allowedHosts;
        trustedOrigins = other.trustedOrigins;
        proxies = other.proxies;
        trailingSlash = other.trailingSlash;
        maxBody = other.maxBody;
        maxUpload = other.maxUpload;
        maxUploads = other.maxUploads;
        maxFields = other.maxFields;
        maxHeader = other.maxHeader;
        maxUri = other.maxUri;
        maxMessage = other.maxMessage;
        jsonLimits = other.jsonLimits;
        requestTimeout = other.requestTimeout;
        idleTimeout = other.idleTimeout;
        headerTimeout = other.headerTimeout;
        maxInFlight = other.maxInFlight;
        shutdownTimeout = other.shutdownTimeout;
        locales = other.locales;
        sessions = other.sessions;
        contentSecurityPolicy = other.contentSecurityPolicy;
        strictTransportSecurity = other.strictTransportSecurity;
        compression = other.compression;
        healthPath = other.healthPath;
    }

    /** The defaults. */
    public static WebOptions defaults() {
        return new WebOptions();
    }

    /**
     * The defaults, changed by these variables:
     *
     * <ul>
     *   <li>{@code PLECTRUM_ENV}: {@code production}, or anything else for development;
     *   <li>{@code PLECTRUM_HOST} and {@code PORT}: where to listen;
     *   <li>{@code PLECTRUM_ALLOWED_HOSTS}: hosts, separated by commas;
     *   <li>{@code PLECTRUM_TRUSTED_ORIGINS}: origins, separated by commas;
     *   <li>{@code PLECTRUM_PROXIES}: how many proxies stand in front.
     * </ul>
     *
     * Fails with {@link IllegalArgumentException} that names the variable if one makes no sense.
     */
    public static WebOptions fromEnvironment(Map<String, String> environment) {
        WebOptions options = new WebOptions();
        options.production = "production".equals(environment.get("PLECTRUM_ENV"));
        if (options.production) {
            // A container is reached from outside; in development nobody but this machine needs in.
            options.host = "0.0.0.0";
            // The proxy in front writes one; a second costs more than it tells.
            options.accessLog = false;
        }
        options.host = environment.getOrDefault("PLECTRUM_HOST", options.host);
        options.port = number(environment, "PORT", options.port);
        options.proxies = number(environment, "PLECTRUM_PROXIES", options.proxies);
        List<String> hosts = list(environment.get("PLECTRUM_ALLOWED_HOSTS"));
        if (!hosts.isEmpty()) {
            options.allowedHosts = AllowedHosts.of(hosts);
        }
        options.trustedOrigins = new HashSet<>(list(environment.get("PLECTRUM_TRUSTED_ORIGINS")));
        return options;
    }

    private static int number(Map<String, String> environment, String name, int other) {
        String text = environment.get(name);
        if (text == null) {
            return other;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not \"" + text + "\"", e);
        }
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** The address to listen at. */
    public String host() {
        return host;
    }

    /** The same with another {@link #host()}. */
    public WebOptions host(String host) {
        WebOptions other = new WebOptions(this);
        other.host = host;
        return other;
    }

    /** The port to listen at; 0 is any that is free. */
    public int port() {
        return port;
    }

    /** The same with another {@link #port()}. */
    public WebOptions port(int port) {
        WebOptions other = new WebOptions(this);
        other.port = port;
        return other;
    }

    /** Whether strangers can reach it: errors tell less, secrets must be set. */
    public boolean production() {
        return production;
    }

    /** The same with another {@link #production()}. */
    public WebOptions production(boolean production) {
        WebOptions other = new WebOptions(this);
        other.production = production;
        return other;
    }

    /** Whether every request is logged, by {@link dev.plectrum.web.server.AccessLog}. */
    public boolean accessLog() {
        return accessLog;
    }

    /** The same with another {@link #accessLog()}. */
    public WebOptions accessLog(boolean accessLog) {
        WebOptions other = new WebOptions(this);
        other.accessLog = accessLog;
        return other;
    }

    /** How many event loops serve. */
    public int instances() {
        return instances;
    }

    /** The same with another {@link #instances()}. */
    public WebOptions instances(int instances) {
        WebOptions other = new WebOptions(this);
        other.instances = instances;
        return other;
    }

    /** The hosts it answers for. */
    public AllowedHosts allowedHosts() {
        return allowedHosts;
    }

    /** The same with another {@link #allowedHosts()}. */
    public WebOptions allowedHosts(AllowedHosts allowedHosts) {
        WebOptions other = new WebOptions(this);
        other.allowedHosts = allowedHosts;
        return other;
    }

    /** Other origins whose pages may send unsafe requests: {@code https://admin.example.com}. */
    public Set<String> trustedOrigins() {
        return trustedOrigins;
    }

    /** The same with another {@link #trustedOrigins()}. */
    public WebOptions trustedOrigins(Set<String> trustedOrigins) {
        WebOptions other = new WebOptions(this);
        other.trustedOrigins = Set.copyOf(trustedOrigins);
        return other;
    }

    /** How many proxies of one's own stand in front: so many entries of {@code X-Forwarded-For} are believed. */
    public int proxies() {
        return proxies;
    }

    /** The same with another {@link #proxies()}. */
    public WebOptions proxies(int proxies) {
        WebOptions other = new WebOptions(this);
        other.proxies = proxies;
        return other;
    }

    /** What becomes of a slash too many or too few. */
    public TrailingSlash trailingSlash() {
        return trailingSlash;
    }

    /** The same with another {@link #trailingSlash()}. */
    public WebOptions trailingSlash(TrailingSlash trailingSlash) {
        WebOptions other = new WebOptions(this);
        other.trailingSlash = trailingSlash;
        return other;
    }

    /** The largest body that is read, in bytes. */
    public long maxBody() {
        return maxBody;
    }

    /** The same with another {@link #maxBody()}. */
    public WebOptions maxBody(long maxBody) {
        WebOptions other = new WebOptions(this);
        other.maxBody = maxBody;
        return other;
    }

    /** The largest form with files, in bytes. */
    public long maxUpload() {
        return maxUpload;
    }

    /** The same with another {@link #maxUpload()}. */
    public WebOptions maxUpload(long maxUpload) {
        WebOptions other = new WebOptions(this);
        other.maxUpload = maxUpload;
        return other;
    }

    /** How many files a form may have. */
    public int maxUploads() {
        return maxUploads;
    }

    /** The same with another {@link #maxUploads()}. */
    public WebOptions maxUploads(int maxUploads) {
        WebOptions other = new WebOptions(this);
        other.maxUploads = maxUploads;
        return other;
    }

    /** How many fields a query, a form or a cookie header may have. */
    public int maxFields() {
        return maxFields;
    }

    /** The same with another {@link #maxFields()}. */
    public WebOptions maxFields(int maxFields) {
        WebOptions other = new WebOptions(this);
        other.maxFields = maxFields;
        return other;
    }

    /** How long all headers together may be, in bytes. */
    public int maxHeader() {
        return maxHeader;
    }

    /** The same with another {@link #maxHeader()}. */
    public WebOptions maxHeader(int maxHeader) {
        WebOptions other = new WebOptions(this);
        other.maxHeader = maxHeader;
        return other;
    }

    /** How long the request line may be, in bytes. */
    public int maxUri() {
        return maxUri;
    }

    /** The same with another {@link #maxUri()}. */
    public WebOptions maxUri(int maxUri) {
        WebOptions other = new WebOptions(this);
        other.maxUri = maxUri;
        return other;
    }

    /** The largest WebSocket message, in bytes. */
    public int maxMessage() {
        return maxMessage;
    }

    /** The same with another {@link #maxMessage()}. */
    public WebOptions maxMessage(int maxMessage) {
        WebOptions other = new WebOptions(this);
        other.maxMessage = maxMessage;
        return other;
    }

    /** The limits on the form of JSON. */
    public JsonLimits jsonLimits() {
        return jsonLimits;
    }

    /** The same with another {@link #jsonLimits()}. */
    public WebOptions jsonLimits(JsonLimits jsonLimits) {
        WebOptions other = new WebOptions(this);
        other.jsonLimits = jsonLimits;
        return other;
    }

    /** How long a request may take, from its last header to the beginning of its answer. */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    /** The same with another {@link #requestTimeout()}. */
    public WebOptions requestTimeout(Duration requestTimeout) {
        WebOptions other = new WebOptions(this);
        other.requestTimeout = requestTimeout;
        return other;
    }

    /** How long a connection may be silent. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** The same with another {@link #idleTimeout()}. */
    public WebOptions idleTimeout(Duration idleTimeout) {
        WebOptions other = new WebOptions(this);
        other.idleTimeout = idleTimeout;
        return other;
    }

    /** How long a client may take to send a request's headers. */
    public Duration headerTimeout() {
        return headerTimeout;
    }

    /** The same with another {@link #headerTimeout()}. */
    public WebOptions headerTimeout(Duration headerTimeout) {
        WebOptions other = new WebOptions(this);
        other.headerTimeout = headerTimeout;
        return other;
    }

    /** How many requests may be worked on at once; more are refused with 503. */
    public int maxInFlight() {
        return maxInFlight;
    }

    /** The same with another {@link #maxInFlight()}. */
    public WebOptions maxInFlight(int maxInFlight) {
        WebOptions other = new WebOptions(this);
        other.maxInFlight = maxInFlight;
        return other;
    }

    /** How long a shutdown waits for requests to end. */
    public Duration shutdownTimeout() {
        return shutdownTimeout;
    }

    /** The same with another {@link #shutdownTimeout()}. */
    public WebOptions shutdownTimeout(Duration shutdownTimeout) {
        WebOptions other = new WebOptions(this);
        other.shutdownTimeout = shutdownTimeout;
        return other;
    }

    /** The languages it speaks, the preferred one first. */
    public List<Locale> locales() {
        return locales;
    }

    /** The same with another {@link #locales()}. */
    public WebOptions locales(List<Locale> locales) {
        WebOptions other = new WebOptions(this);
        other.locales = List.copyOf(locales);
        return other;
    }

    /** How sessions live. */
    public SessionOptions sessions() {
        return sessions;
    }

    /** The same with another {@link #sessions()}. */
    public WebOptions sessions(SessionOptions sessions) {
        WebOptions other = new WebOptions(this);
        other.sessions = sessions;
        return other;
    }

    /** What its pages may load and run. */
    public ContentSecurityPolicy contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    /** The same with another {@link #contentSecurityPolicy()}. */
    public WebOptions contentSecurityPolicy(ContentSecurityPolicy contentSecurityPolicy) {
        WebOptions other = new WebOptions(this);
        other.contentSecurityPolicy = contentSecurityPolicy;
        return other;
    }

    /** How long browsers that came over HTTPS must come so again; zero to not say. */
    public Duration strictTransportSecurity() {
        return strictTransportSecurity;
    }

    /** The same with another {@link #strictTransportSecurity()}. */
    public WebOptions strictTransportSecurity(Duration strictTransportSecurity) {
        WebOptions other = new WebOptions(this);
        other.strictTransportSecurity = strictTransportSecurity;
        return other;
    }

    /** Whether answers are compressed for clients who like that. */
    public boolean compression() {
        return compression;
    }

    /** The same with another {@link #compression()}. */
    public WebOptions compression(boolean compression) {
        WebOptions other = new WebOptions(this);
        other.compression = compression;
        return other;
    }

    /** Below which path health is told; empty for nowhere. */
    public String healthPath() {
        return healthPath;
    }

    /** The same with another {@link #healthPath()}. */
    public WebOptions healthPath(String healthPath) {
        WebOptions other = new WebOptions(this);
        other.healthPath = healthPath;
        return other;
    }
}
