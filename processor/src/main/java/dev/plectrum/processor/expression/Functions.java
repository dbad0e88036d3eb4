package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The functions that expressions may call, and those they may not and why. A test asks a real server whether each one allowed is
 * immutable, takes these types, answers with this type and treats NULL as said.
 */
final class Functions {
    /** The marks are explained at {@link Signature#function}. */
    private static final String TABLE = """
            upper(text) text
            lower(text) text
            initcap(text) text
            length(text) integer
            char_length(text) integer
            character_length(text) integer
            octet_length(text) integer
            bit_length(text) integer
            ascii(text) integer
            chr(integer) text
            left(text, integer) text
            right(text, integer) text
            substr(text, integer) text
            substr(text, integer, integer) text
            substring(text, integer) text
            substring(text, integer, integer) text
            substring(text, text) text?
            btrim(text) text
            btrim(text, text) text
            ltrim(text) text
            ltrim(text, text) text
            rtrim(text) text
            rtrim(text, text) text
            lpad(text, integer) text
            lpad(text, integer, text) text
            rpad(text, integer) text
            rpad(text, integer, text) text
            replace(text, text, text) text
            translate(text, text, text) text
            reverse(text) text
            repeat(text, integer) text
            strpos(text, text) integer
            starts_with(text, text) boolean
            split_part(text, text, integer) text
            regexp_replace(text, text, text) text
            regexp_replace(text, text, text, text) text
            *string_to_array(text, text) text[]?
            md5(text) text
            quote_literal(text) text
            to_hex(integer) text
            to_hex(bigint) text
            abs(smallint) smallint
            abs(integer) integer
            abs(bigint) bigint
            abs(numeric) numeric
            abs(real) real
            abs(double precision) double precision
            ceil(numeric) numeric
            ceil(double precision) double precision
            ceiling(numeric) numeric
            ceiling(double precision) double precision
            floor(numeric) numeric
            floor(double precision) double precision
            round(numeric) numeric
            round(double precision) double precision
            round(numeric, integer) numeric
            trunc(numeric) numeric
            trunc(double precision) double precision
            trunc(numeric, integer) numeric
            mod(smallint, smallint) smallint
            mod(integer, integer) integer
            mod(bigint, bigint) bigint
            mod(numeric, numeric) numeric
            div(numeric, numeric) numeric
            sign(numeric) numeric
            sign(double precision) double precision
            sqrt(numeric) numeric
            sqrt(double precision) double precision
            cbrt(double precision) double precision
            power(numeric, numeric) numeric
            power(double precision, double precision) double precision
            exp(numeric) numeric
            exp(double precision) double precision
            ln(numeric) numeric
            ln(double precision) double precision
            log(numeric) numeric
            log(double precision) double precision
            log(numeric, numeric) numeric
            log10(numeric) numeric
            log10(double precision) double precision
            gcd(integer, integer) integer
            gcd(bigint, bigint) bigint
            gcd(numeric, numeric) numeric
            lcm(integer, integer) integer
            lcm(bigint, bigint) bigint
            lcm(numeric, numeric) numeric
            scale(numeric) integer?
            min_scale(numeric) integer?
            trim_scale(numeric) numeric
            factorial(bigint) numeric
            width_bucket(numeric, numeric, numeric, integer) integer
            width_bucket(double precision, double precision, double precision, integer) integer
            pi() double precision
            degrees(double precision) double precision
            radians(double precision) double precision
            sin(double precision) double precision
            cos(double precision) double precision
            tan(double precision) double precision
            asin(double precision) double precision
            acos(double precision) double precision
            atan(double precision) double precision
            atan2(double precision, double precision) double precision
            date_trunc(text, timestamp) timestamp
            !date_trunc(text, timestamptz) timestamptz
            date_trunc(text, interval) interval
            date_bin(interval, timestamp, timestamp) timestamp
            date_bin(interval, timestamptz, timestamptz) timestamptz
            date_part(text, date) double precision?
            date_part(text, time) double precision?
            date_part(text, timestamp) double precision?
            date_part(text, interval) double precision?
            !date_part(text, timestamptz) double precision?
            make_date(integer, integer, integer) date
            make_time(integer, integer, double precision) time
            make_timestamp(integer, integer, integer, integer, integer, double precision) timestamp
            age(timestamp, timestamp) interval
            age(timestamptz, timestamptz) interval
            justify_days(interval) interval
            justify_hours(interval) interval
            justify_interval(interval) interval
            isfinite(date) boolean
            isfinite(timestamp) boolean
            isfinite(timestamptz) boolean
            isfinite(interval) boolean
            to_timestamp(double precision) timestamptz
            timezone(text, timestamp) timestamptz
            timezone(text, timestamptz) timestamp
            jsonb_array_length(jsonb) integer
            jsonb_typeof(jsonb) text
            jsonb_pretty(jsonb) text
            jsonb_set(jsonb, text[], jsonb) jsonb
            cardinality(anyarray) integer
            array_length(anyarray, integer) integer?
            array_ndims(anyarray) integer?
            *array_position(anyarray, anyelement) integer?
            *array_append(anyarray, anyelement) anyarray
            *array_prepend(anyelement, anyarray) anyarray
            *array_cat(anyarray, anyarray) anyarray?
            *array_remove(anyarray, anyelement) anyarray?
            *array_replace(anyarray, anyelement, anyelement) anyarray?
            lower(anyrange) anyelement?
            upper(anyrange) anyelement?
            isempty(anyrange) boolean
            lower_inc(anyrange) boolean
            upper_inc(anyrange) boolean
            lower_inf(anyrange) boolean
            upper_inf(anyrange) boolean
            range_merge(anyrange, anyrange) anyrange
            *int4range(integer, integer) int4range
            *int4range(integer, integer, text) int4range
            *int8range(bigint, bigint) int8range
            *int8range(bigint, bigint, text) int8range
            *numrange(numeric, numeric) numrange
            *numrange(numeric, numeric, text) numrange
            *daterange(date, date) daterange
            *daterange(date, date, text) daterange
            *tsrange(timestamp, timestamp) tsrange
            *tsrange(timestamp, timestamp, text) tsrange
            *tstzrange(timestamptz, timestamptz) tstzrange
            *tstzrange(timestamptz, timestamptz, text) tstzrange
            length(bytea) integer
            octet_length(bytea) integer
            md5(bytea) text
            sha256(bytea) bytea
            sha512(bytea) bytea
            encode(bytea, text) text
            decode(text, text) bytea
            host(inet) text
            family(inet) integer
            masklen(inet) integer
            to_tsvector(regconfig, text) tsvector
            """;

    /** Read by the resolver itself, for their arguments need one common type or come in any number. */
    static final Set<String> CHOICES = Set.of("coalesce", "nullif", "greatest", "least");

    private static final Map<String, List<Signature>> ALLOWED = allowed();
    private static final Map<String, Refusal> REFUSED = refused();
    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "array_agg",
            "string_agg",
            "json_agg",
            "jsonb_agg",
            "bool_and",
            "bool_or",
            "every");

    private static final Map<String, String> SYNONYMS = Map.of(
            "ifnull",
            "coalesce",
            "nvl",
            "coalesce",
            "isnull",
            "coalesce",
            "len",
            "length",
            "size",
            "length",
            "ucase",
            "upper",
            "lcase",
            "lower",
            "pow",
            "power",
            "instr",
            "strpos");

    private Functions() {}

    /**
     * Why a function that PostgreSQL has may not be called here.
     *
     * @param reason completes "name() …"
     * @param instead what to do
     */
    record Refusal(String reason, String instead) {}

    /** The functions of this name; empty if there is none that may be called. */
    static List<Signature> named(String name) {
        return ALLOWED.getOrDefault(name, List.of());
    }

    static Optional<Refusal> refusal(String name) {
        return Optional.ofNullable(REFUSED.get(name));
    }

    /** What other databases and languages call by this name. */
    static Optional<String> synonym(String name) {
        return Optional.ofNullable(SYNONYMS.get(name));
    }

    static boolean isAggregate(String name) {
        return AGGREGATES.contains(name);
    }

    /** The names that may be called. */
    static Set<String> names() {
        return ALLOWED.keySet();
    }

    /** Every signature in the table. */
    static List<Signature> all() {
        return ALLOWED.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<Signature>> allowed() {
        Map<String, List<Signature>> functions = new TreeMap<>();
        TABLE.lines().map(Signature::function).forEach(function -> functions
                .computeIfAbsent(function.name(), name -> new ArrayList<>())
                .add(function));
        CHOICES.forEach(name -> functions.put(name, List.of()));
        return functions;
    }

    private static Map<String, Refusal> refused() {
        Map<String, Refusal> refused = new LinkedHashMap<>();
        refuse(
                refused,
                "changes with the clock",
                "For the time of writing use a field with @AutoNow or @AutoNowAdd; compare with the clock in a query",
                "now",
                "current_timestamp",
                "current_date",
                "current_time",
                "localtime",
                "localtimestamp",
                "clock_timestamp",
                "statement_timestamp",
                "transaction_timestamp",
                "timeofday");
        refuse(
                refused,
                "gives another answer at each call",
                "For a value drawn once, when the row is inserted, use @Column(dbDefault = \"…\")",
                "random",
                "random_normal",
                "gen_random_uuid",
                "uuidv4",
                "uuidv7",
                "nextval",
                "currval",
                "lastval",
                "setval");
        refuse(
                refused,
                "depends on who is connected and how",
                "Write the value into a field of its own",
                "current_user",
                "session_user",
                "user",
                "current_role",
                "current_schema",
                "current_catalog",
                "current_setting",
                "set_config",
                "pg_sleep",
                "version");
        refuse(
                refused,
                "depends on the session's language and date style",
                "Take the parts with EXTRACT(year FROM …), or format in Java",
                "to_char",
                "to_date",
                "to_number");
        refuse(
                refused,
                "prints its arguments as the session's settings say",
                "Join texts with ||, and replace NULL with coalesce(…, '')",
                "concat",
                "concat_ws",
                "format",
                "array_to_string");
        refuse(
                refused,
                "prints its arguments as the session's settings say",
                "Store the document in a field of its own",
                "to_json",
                "to_jsonb",
                "row_to_json",
                "json_build_object",
                "jsonb_build_object",
                "json_build_array",
                "jsonb_build_array",
                "array_to_json");
        refuse(refused, "depends on dictionaries that can change", "Fill a field of its own in Java", "unaccent");
        return refused;
    }

    private static void refuse(Map<String, Refusal> refused, String reason, String instead, String... names) {
        List.of(names).forEach(name -> refused.put(name, new Refusal(reason, instead)));
    }
}
