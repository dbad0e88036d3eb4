package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.FieldNames;
import dev.plectrum.orm.type.Now;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and how it is to be used. Immutable: each setter returns a changed copy. The same settings are
 * understood as parameters of the URL ({@code postgres://…/shop?pool_size=20}) and as environment variables
 * ({@code DATABASE_POOL_SIZE}); docs/database.md lists them.
 */
public final class DatabaseOptions implements Cloneable {
    /** How much the connection is protected, as libpq names it. */
    public enum Tls {
        /** Never. */
        DISABLE,
        /** When the server offers it; protects from listeners only, and not from those who interfere. */
        PREFER,
        /** Always, whoever the server is. */
        REQUIRE,
        /** Always, with a certificate signed by an authority that is trusted. */
        VERIFY_CA,
        /** The same, issued for the host's name. */
        VERIFY_FULL
    }

    private static final Pattern URL = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?"
            + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/?#\\[\\]@]*)(?::(?<port>[0-9]+))?"
            + "(?:/(?<database>[^/?#]*))?(?:\\?(?<parameters>[^#]*))?");

    private static final Pattern SQL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.]*");

    /** What {@link #with(String, String)} knows. No map of lambdas: every program would link each of them while it starts. */
    private static final List<String> SETTINGS = List.of(
            "acquire_timeout",
            "answer_grace",
            "application_name",
            "connect_timeout",
            "development",
            "idle_in_transaction_timeout",
            "idle_timeout",
            "lane_lock_timeout",
            "lane_statement_timeout",
            "lanes",
            "lock_timeout",
            "max_lifetime",
            "pgbouncer",
            "pipelining",
            "pool_size",
            "queue",
            "search_path",
            "slow_statement",
            "sslmode",
            "sslrootcert",
            "statement_cache",
            "statement_timeout");

    private String host = "localhost";
    private int port = 5432;
    private String database = "postgres";
    private String user = "postgres";
    private String password = "";
    private Tls tls = Tls.PREFER;
    private @Nullable String rootCertificate;
    private String applicationName = "plectrum";
    private int poolSize = 10;
    private int laneLimit = Integer.MAX_VALUE;
    private int queueLimit = 10_000;
    private int pipelining = 256;
    private int statementCache = 1_024;
    private int statementCacheTextLimit = 64 * 1_024;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration acquireTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofMinutes(10);
    private Duration maxLifetime = Duration.ofMinutes(30);
    private Duration statementTimeout = Duration.ofSeconds(30);
    private Duration lockTimeout = Duration.ZERO;
    private Duration idleInTransactionTimeout = Duration.ofMinutes(1);
    private Duration laneStatementTimeout = Duration.ofMillis(250);
    private Duration laneLockTimeout = Duration.ofMillis(50);
    private Duration answerGrace = Duration.ofSeconds(5);
    private Duration slowStatement = Duration.ofSeconds(1);
    private boolean pgBouncer;
    private boolean development;
    private Clock clock = Now.SYSTEM;
    private Map<String, String> serverSettings = Map.of();
    private FieldNames fieldNames = FieldNames.ofModels();
    private List<StatementListener> listeners = List.of();
    private @Nullable DatabaseOptions replica;

    private DatabaseOptions() {}

    /** The database {@code postgres} of a server on this machine. */
    public static DatabaseOptions local() {
        return new DatabaseOptions();
    }

    /**
     * Reads {@code postgres://user:password@host:port/database?setting=value}. Throws {@link IllegalArgumentException}
     * saying what is wrong with it, without repeating the password.
     */
    public static DatabaseOptions of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "The database URL is not of the form postgres://user:password@host:port/database?setting=value");
        }
        DatabaseOptions options = new DatabaseOptions();
        String host = parts.group("host");
        if (!host.isEmpty()) {
            options.host = decode(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        }
        String port = parts.group("port");
        if (port != null) {
            options.port = port(port);
        }
        String user = parts.group("user");
        if (user != null && !user.isEmpty()) {
            options.user = decode(user);
            options.database = options.user;
        }
        String password = parts.group("password");
        if (password != null) {
            options.password = decode(password);
        }
        String database = parts.group("database");
        if (database != null && !database.isEmpty()) {
            options.database = decode(database);
        }
        String parameters = parts.group("parameters");
        return parameters == null ? options : options.withParameters(parameters);
    }

    /**
     * Reads {@code DATABASE_URL} and the settings beside it; null when there is no such variable. With a name, such as
     * {@code reports}, every variable begins with it: {@code REPORTS_DATABASE_URL}.
     */
    public static @Nullable DatabaseOptions of(Map<String, String> environment, String name) {
        String prefix = name.isEmpty() ? "DATABASE_" : name.toUpperCase(Locale.ROOT) + "_DATABASE_";
        String url = environment.get(prefix + "URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        DatabaseOptions options = of(url).withEnvironment(environment, prefix);
        String replica = environment.get(prefix + "REPLICA_URL");
        return replica == null || replica.isBlank()
                ? options
                : options.replica(of(replica).withEnvironment(environment, prefix));
    }

    DatabaseOptions withEnvironment(Map<String, String> environment, String prefix) {
        DatabaseOptions options = this;
        String mode = environment.get("PLECTRUM_ENV");
        if (mode != null) {
            options = options.development("development".equals(mode));
        }
        for (String setting : SETTINGS) {
            String value = environment.get(prefix + setting.toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                options = options.set(setting, value.trim());
            }
        }
        return options;
    }

    private DatabaseOptions withParameters(String parameters) {
        DatabaseOptions options = this;
        for (String parameter : parameters.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "The database URL's parameter \"" + parameter + "\" has no value: write " + parameter + "=…");
            }
            options = options.set(decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
        }
        return options;
    }

    /** Changes the setting of this name, as a URL would. Throws {@link IllegalArgumentException} naming the known ones. */
    public DatabaseOptions set(String setting, String value) {
        if (!SETTINGS.contains(setting)) {
            throw new IllegalArgumentException(
                    "There is no database setting \"" + setting + "\". Settings: " + String.join(", ", SETTINGS));
        }
        try {
            return with(setting, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The database setting " + setting + ": " + e.getMessage(), e);
        }
    }

    private DatabaseOptions with(String setting, String value) {
        return switch (setting) {
            case "sslmode" -> tls(tls(value));
            case "sslrootcert" -> rootCertificate(value);
            case "application_name" -> applicationName(value);
            case "search_path" -> serverSetting("search_path", value);
            case "pool_size" -> poolSize(number(value));
            case "lanes" -> lanes(number(value));
            case "queue" -> queue(number(value));
            case "pipelining" -> pipelining(number(value));
            case "statement_cache" -> statementCache(number(value));
            case "connect_timeout" -> connectTimeout(duration(value));
            case "acquire_timeout" -> acquireTimeout(duration(value));
            case "idle_timeout" -> idleTimeout(duration(value));
            case "max_lifetime" -> maxLifetime(duration(value));
            case "statement_timeout" -> statementTimeout(duration(value));
            case "lock_timeout" -> lockTimeout(duration(value));
            case "idle_in_transaction_timeout" -> idleInTransactionTimeout(duration(value));
            case "lane_statement_timeout" -> laneStatementTimeout(duration(value));
            case "lane_lock_timeout" -> laneLockTimeout(duration(value));
            case "answer_grace" -> answerGrace(duration(value));
            case "slow_statement" -> slowStatement(duration(value));
            case "pgbouncer" -> pgBouncer(flag(value));
            case "development" -> development(flag(value));
            default -> throw new AssertionError(setting);
        };
    }

    private static String decode(String encoded) {
        // A plus is a plus here: only the query of a web form writes spaces that way.
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + value + "\" is not a whole number", e);
        }
    }

    private static int port(String value) {
        int port = value.length() > 5 ? 0 : Integer.parseInt(value);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The database URL's port is " + value + ": it must be 1 to 65535");
        }
        return port;
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default -> throw new IllegalArgumentException("\"" + value + "\" is neither true nor false");
        };
    }

    private static Tls tls(String value) {
        return switch (value) {
            case "disable" -> Tls.DISABLE;
            // libpq's "allow" tries without first, which nobody wants who allows it.
            case "allow", "prefer" -> Tls.PREFER;
            case "require" -> Tls.REQUIRE;
            case "verify-ca" -> Tls.VERIFY_CA;
            case "verify-full" -> Tls.VERIFY_FULL;
            default ->
                throw new IllegalArgumentException(
                        "\"" + value + "\" is none of disable, prefer, require, verify-ca, verify-full");
        };
    }

    /** {@code 250ms}, {@code 5s}, {@code 10min}, {@code 1h}; a bare number is seconds, as libpq has it. */
    private static Duration duration(String value) {
        Matcher parts = Pattern.compile("([0-9]{1,9})(ms|s|min|h)?").matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a time such as 250ms, 5s, 10min or 1h");
        }
        long amount = Long.parseLong(parts.group(1));
        String unit = parts.group(2) == null ? "s" : parts.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private DatabaseOptions changed(UnaryOperator<DatabaseOptions> change) {
        return change.apply(clone());
    }

    @Override
    protected DatabaseOptions clone() {
        try {
            return (DatabaseOptions) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The server's name or address, or the folder of its Unix socket. */
    public DatabaseOptions host(String value) {
        return changed(copy -> {
            copy.host = value;
            return copy;
        });
    }

    /** See {@link #host(String)}. */
    public String host() {
        return host;
    }

    /** The server's port; 5432. */
    public DatabaseOptions port(int value) {
        if (!(value >= 1 && value <= 65535)) {
            throw new IllegalArgumentException("A port is 1 to 65535, not " + value);
        }
        return changed(copy -> {
            copy.port = value;
            return copy;
        });
    }

    /** See {@link #port(int)}. */
    public int port() {
        return port;
    }

    /** The database's name. */
    public DatabaseOptions database(String value) {
        return changed(copy -> {
            copy.database = value;
            return copy;
        });
    }

    /** See {@link #database(String)}. */
    public String database() {
        return database;
    }

    /** Whom to log in as. */
    public DatabaseOptions user(String value) {
        return changed(copy -> {
            copy.user = value;
            return copy;
        });
    }

    /** See {@link #user(String)}. */
    public String user() {
        return user;
    }

    /** With which password. */
    public DatabaseOptions password(String value) {
        return changed(copy -> {
            copy.password = value;
            return copy;
        });
    }

    /** See {@link #password(String)}. */
    public String password() {
        return password;
    }

    /** How much the connection is protected; {@link Tls#PREFER}. */
    public DatabaseOptions tls(Tls value) {
        return changed(copy -> {
            copy.tls = value;
            return copy;
        });
    }

    /** See {@link #tls(Tls)}. */
    public Tls tls() {
        return tls;
    }

    /** A PEM file of the authorities to trust; without one, those that Java trusts. */
    public DatabaseOptions rootCertificate(String value) {
        return changed(copy -> {
            copy.rootCertificate = value;
            return copy;
        });
    }

    /** See {@link #rootCertificate(String)}. */
    public @Nullable String rootCertificate() {
        return rootCertificate;
    }

    /** What {@code pg_stat_activity} calls these connections; {@code plectrum}. */
    public DatabaseOptions applicationName(String value) {
        return changed(copy -> {
            copy.applicationName = value;
            return copy;
        });
    }

    /** See {@link #applicationName(String)}. */
    public String applicationName() {
        return applicationName;
    }

    /** How many connections there may be at once, lanes included; 10. */
    public DatabaseOptions poolSize(int value) {
        if (!(value >= 1)) {
            throw new IllegalArgumentException("A pool has at least 1 connection, not " + value);
        }
        return changed(copy -> {
            copy.poolSize = value;
            return copy;
        });
    }

    /** See {@link #poolSize(int)}. */
    public int poolSize() {
        return poolSize;
    }

    /** How many of them single statements may share; never more than half. 0 gives each statement a connection of its own. */
    public DatabaseOptions lanes(int value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("The number of lanes is 0 or more, not " + value);
        }
        return changed(copy -> {
            copy.laneLimit = value;
            return copy;
        });
    }

    /** See {@link #lanes(int)}. */
    public int lanes() {
        return laneLimit;
    }

    /** How many callers may wait for a connection, or statements on a lane; 10,000. Those beyond are refused at once. */
    public DatabaseOptions queue(int value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("The length of the queue is 0 or more, not " + value);
        }
        return changed(copy -> {
            copy.queueLimit = value;
            return copy;
        });
    }

    /** See {@link #queue(int)}. */
    public int queue() {
        return queueLimit;
    }

    /** How many statements may be on their way on one connection; 256. */
    public DatabaseOptions pipelining(int value) {
        if (!(value >= 1)) {
            throw new IllegalArgumentException("At least 1 statement must be on its way, not " + value);
        }
        return changed(copy -> {
            copy.pipelining = value;
            return copy;
        });
    }

    /** See {@link #pipelining(int)}. */
    public int pipelining() {
        return pipelining;
    }

    /** How many prepared statements a connection keeps; 1,024. */
    public DatabaseOptions statementCache(int value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("The size of the cache is 0 or more, not " + value);
        }
        return changed(copy -> {
            copy.statementCache = value;
            return copy;
        });
    }

    /** See {@link #statementCache(int)}. */
    public int statementCache() {
        return statementCache;
    }

    /** How long opening a connection may take, logging in included; 5 seconds. */
    public DatabaseOptions connectTimeout(Duration value) {
        requirePositive(value);
        return changed(copy -> {
            copy.connectTimeout = value;
            return copy;
        });
    }

    /** See {@link #connectTimeout(Duration)}. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a caller waits for a connection of its own; 10 seconds. */
    public DatabaseOptions acquireTimeout(Duration value) {
        requirePositive(value);
        return changed(copy -> {
            copy.acquireTimeout = value;
            return copy;
        });
    }

    /** See {@link #acquireTimeout(Duration)}. */
    public Duration acquireTimeout() {
        return acquireTimeout;
    }

    /** How long an unused connection is kept; 10 minutes. Zero is for ever. */
    public DatabaseOptions idleTimeout(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.idleTimeout = value;
            return copy;
        });
    }

    /** See {@link #idleTimeout(Duration)}. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** How old a connection may become; 30 minutes. Zero is any age. */
    public DatabaseOptions maxLifetime(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.maxLifetime = value;
            return copy;
        });
    }

    /** See {@link #maxLifetime(Duration)}. */
    public Duration maxLifetime() {
        return maxLifetime;
    }

    /** How long the server may work on a statement that has no timeout of its own; 30 seconds. Zero is for ever. */
    public DatabaseOptions statementTimeout(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.statementTimeout = value;
            return copy;
        });
    }

    /** See {@link #statementTimeout(Duration)}. */
    public Duration statementTimeout() {
        return statementTimeout;
    }

    /** How long a statement may wait for a lock; zero, the default, is as long as it may take. */
    public DatabaseOptions lockTimeout(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.lockTimeout = value;
            return copy;
        });
    }

    /** See {@link #lockTimeout(Duration)}. */
    public Duration lockTimeout() {
        return lockTimeout;
    }

    /** How long a transaction may stay open without asking anything before the server ends it; 1 minute. Zero is for ever. */
    public DatabaseOptions idleInTransactionTimeout(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.idleInTransactionTimeout = value;
            return copy;
        });
    }

    /** See {@link #idleInTransactionTimeout(Duration)}. */
    public Duration idleInTransactionTimeout() {
        return idleInTransactionTimeout;
    }

    /** After how long a statement on a lane is ended and run again on a connection of its own; 250 milliseconds. */
    public DatabaseOptions laneStatementTimeout(Duration value) {
        requirePositive(value);
        return changed(copy -> {
            copy.laneStatementTimeout = value;
            return copy;
        });
    }

    /** See {@link #laneStatementTimeout(Duration)}. */
    public Duration laneStatementTimeout() {
        return laneStatementTimeout;
    }

    /** The same for one that waits for a lock; 50 milliseconds. */
    public DatabaseOptions laneLockTimeout(Duration value) {
        requirePositive(value);
        return changed(copy -> {
            copy.laneLockTimeout = value;
            return copy;
        });
    }

    /** See {@link #laneLockTimeout(Duration)}. */
    public Duration laneLockTimeout() {
        return laneLockTimeout;
    }

    /** How long after the server should have given up a connection without an answer counts as broken; 5 seconds. */
    public DatabaseOptions answerGrace(Duration value) {
        requirePositive(value);
        return changed(copy -> {
            copy.answerGrace = value;
            return copy;
        });
    }

    /** See {@link #answerGrace(Duration)}. */
    public Duration answerGrace() {
        return answerGrace;
    }

    /** From which time on a statement is logged as slow; 1 second. Zero logs none. */
    public DatabaseOptions slowStatement(Duration value) {
        requireNotNegative(value);
        return changed(copy -> {
            copy.slowStatement = value;
            return copy;
        });
    }

    /** See {@link #slowStatement(Duration)}. */
    public Duration slowStatement() {
        return slowStatement;
    }

    /** Whether PgBouncer sits in between, sharing connections by transaction. */
    public DatabaseOptions pgBouncer(boolean value) {
        return changed(copy -> {
            copy.pgBouncer = value;
            return copy;
        });
    }

    /** See {@link #pgBouncer(boolean)}. */
    public boolean pgBouncer() {
        return pgBouncer;
    }

    /** Whether errors may show values, and show the line of code that built the query. */
    public DatabaseOptions development(boolean value) {
        return changed(copy -> {
            copy.development = value;
            return copy;
        });
    }

    /** See {@link #development(boolean)}. */
    public boolean development() {
        return development;
    }

    /** The clock that {@code @AutoNow} and {@code @AutoNowAdd} fields are set by: the system's, unless a test wants to set the time. */
    public DatabaseOptions clock(Clock value) {
        return changed(copy -> {
            copy.clock = Now.micros(value);
            return copy;
        });
    }

    /** See {@link #clock(Clock)}. In whole microseconds. */
    public Clock clock() {
        return clock;
    }

    /** Who translates columns into the names of fields, for errors; otherwise the models on the class path do. */
    public DatabaseOptions fieldNames(FieldNames value) {
        return changed(copy -> {
            copy.fieldNames = value;
            return copy;
        });
    }

    /** See {@link #fieldNames(FieldNames)}. */
    public FieldNames fieldNames() {
        return fieldNames;
    }

    /** A setting of the server's, in force from the start of each connection: {@code search_path}, {@code timezone}. */
    public DatabaseOptions serverSetting(String name, String value) {
        if (!SQL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a setting");
        }
        return changed(copy -> {
            Map<String, String> settings = new LinkedHashMap<>(serverSettings);
            settings.put(name, value);
            copy.serverSettings = Map.copyOf(settings);
            return copy;
        });
    }

    /** See {@link #serverSetting(String, String)}. */
    public Map<String, String> serverSettings() {
        return serverSettings;
    }

    /** Adds someone to be told of every statement. */
    public DatabaseOptions listener(StatementListener listener) {
        return changed(copy -> {
            List<StatementListener> all = new ArrayList<>(listeners);
            all.add(listener);
            copy.listeners = List.copyOf(all);
            return copy;
        });
    }

    /** See {@link #listener(StatementListener)}. */
    public List<StatementListener> listeners() {
        return listeners;
    }

    /** A copy of the database that lags behind a little and answers what only reads. */
    public DatabaseOptions replica(DatabaseOptions value) {
        return changed(copy -> {
            copy.replica = value;
            return copy;
        });
    }

    /** See {@link #replica(DatabaseOptions)}. */
    public @Nullable DatabaseOptions replica() {
        return replica;
    }

    int statementCacheTextLimit() {
        return statementCacheTextLimit;
    }

    /** How many connections may be lanes: at most half, none behind PgBouncer, whose connections take no settings. */
    int laneCount() {
        return pgBouncer ? 0 : Math.min(laneLimit, poolSize / 2);
    }

    private static void requirePositive(Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("The time must be positive, not " + value);
        }
    }

    private static void requireNotNegative(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The time must not be negative, as " + value + " is");
        }
    }

    /** Where it leads, without the password. */
    @Override
    public String toString() {
        return "postgres://" + user + "@" + host + ":" + port + "/" + database;
    }
}
