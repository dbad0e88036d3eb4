package dev.plectrum.web;

import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.ConstraintViolation;
import dev.plectrum.orm.error.ExclusionViolation;
import dev.plectrum.orm.error.NotNullViolation;
import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.error.ProblemException;
import dev.plectrum.web.input.Fields;
import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.input.Validator;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonLimits;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.MalformedJsonException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of one request. Generated views read all of them, then call {@link #check()}, so that one answer names
 * everything wrong. Until then a value that could not be read is null, or zero.
 *
 * <pre>{@code
 * Inputs in = request.inputs();
 * long id = in.path(0, LONG);
 * String text = in.query().optional("q", STRING);
 * in.check();
 * }</pre>
 */
public final class Inputs {
    private static final List<Integer> PAGE_SIZES = List.of(10, 20, 50, 100, 200, 500);

    private final Request request;
    private final JsonLimits limits;
    private @Nullable FieldErrors errors;

    /** The values of this request. */
    public Inputs(Request request, JsonLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /**
     * The value at this place of the path. Fails with 404 if it cannot be one: {@code /products/tea} is not a page when products
     * have numbers.
     */
    public <T> T path(int index, TextType<T> type) {
        try {
            return type.read(request.pathValues().get(index));
        } catch (UnreadableException e) {
            String name = request.route().path().parameters().get(index);
            throw Problem.of(404, "not-found")
                    .detail("There is no such page: \"" + name + "\" in "
                            + request.route().path() + " " + e.detail())
                    .exception();
        }
    }

    /** The query string. */
    public Source query() {
        return new Source(Place.QUERY, request.query());
    }

    /** The submitted form. */
    public Source form() {
        return new Source(Place.FORM, request.form());
    }

    /** The headers. */
    public Source headers() {
        return new Source(Place.HEADER, null);
    }

    /** The cookies. */
    public Source cookies() {
        return new Source(Place.COOKIE, null);
    }

    /**
     * The page that the query parameters {@code page}, {@code size} and {@code total} ask for; the first of twenty if they ask for
     * none. The size is the next larger of a few, so that lists keep to a few statements, which the database plans once each.
     */
    public PageRequest page() {
        int number = between("page", 1, Integer.MAX_VALUE, 1);
        int size = between("size", 1, PageRequest.MAX_SIZE, PAGE_SIZES.get(1));
        boolean total = query().optional("total", TextTypes.BOOLEAN, false);
        int snapped = PAGE_SIZES.stream().filter(one -> one >= size).findFirst().orElse(PageRequest.MAX_SIZE);
        return new PageRequest(number, snapped, total);
    }

    /**
     * The version that {@code If-Match} names. Fails with 428 if the header is missing, and with 400 if it names nothing.
     */
    public IfMatch ifMatch() {
        IfMatch given = optionalIfMatch();
        if (given == null) {
            throw Problem.of(428, "precondition-required")
                    .detail("Say which version you have seen: send its ETag as If-Match")
                    .exception();
        }
        return given;
    }

    /** The version that {@code If-Match} names, or null. Fails with 400 if the header is there and names nothing. */
    public @Nullable IfMatch optionalIfMatch() {
        String header = request.header(HttpHeaders.IF_MATCH);
        if (header == null) {
            return null;
        }
        IfMatch given = IfMatch.parse(header);
        if (given == null) {
            throw Problem.of(400, "malformed-header")
                    .detail("If-Match must be tags, such as \"3\" with its quotation marks, or *")
                    .exception();
        }
        return given;
    }

    private int between(String name, int least, int most, int other) {
        int value = query().optional(name, TextTypes.INT, other);
        if (value >= least && value <= most) {
            return value;
        }
        query().invalid(
                        name,
                        "out-of-range",
                        "must be between " + least + " and " + most,
                        Map.of("min", least, "max", most));
        return other;
    }

    /** The file of this form field, or null. */
    public @Nullable Upload optionalUpload(String field) {
        for (Upload upload : request.uploads()) {
            if (upload.field().equals(field)) {
                return upload;
            }
        }
        return null;
    }

    /** The file of this form field; noted as an error if there is none. */
    public Upload requiredUpload(String field) {
        Upload upload = optionalUpload(field);
        if (upload == null) {
            errors(Place.FORM).addUnread(field, "required", "is required", Map.of());
        }
        return untilChecked(upload);
    }

    /** The body, read as JSON. Fails with 415 if it says it is something else, and with 400 if it is not JSON. */
    public <T> T body(JsonDecoder<T> decoder) {
        return body(decoder, (value, noted) -> {}, List.of());
    }

    /** The same, held to the constraints of these groups besides those of none. */
    public <T> T body(JsonDecoder<T> decoder, Class<?>... groups) {
        return body(decoder, (value, noted) -> {}, List.of(groups));
    }

    /** The body, read as JSON and validated. */
    public <T> T body(JsonDecoder<T> decoder, Validator<? super T> validator) {
        return body(decoder, validator, List.of());
    }

    private <T> T body(JsonDecoder<T> decoder, Validator<? super T> validator, List<Class<?>> groups) {
        if (!isJson(request.header(HttpHeaders.CONTENT_TYPE))) {
            throw Problem.of(415, "unsupported-media-type")
                    .detail("The body must be application/json")
                    .header("Accept", "application/json")
                    .exception();
        }
        String encoding = request.header(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "unsupported-encoding")
                    .detail("The body must not be compressed")
                    .header("Accept-Encoding", "identity")
                    .exception();
        }
        FieldErrors noted = errors(Place.BODY);
        int before = noted.size();
        T value;
        try {
            value = JsonReader.decode(request.body(), decoder, limits, noted, groups);
        } catch (MalformedJsonException e) {
            throw Problem.of(400, e.exceedsLimit() ? "json-limit" : "malformed-json")
                    .detail(e.getMessage())
                    .exception();
        }
        if (value != null && noted.size() == before) {
            validator.validate(value, noted);
        }
        return untilChecked(value);
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** Where a view's own checks note what is wrong. */
    public FieldErrors errors(Place place) {
        if (errors == null) {
            errors = new FieldErrors(place);
        }
        return errors.in(place);
    }

    /** Ends the request with 422 if anything was wrong. */
    public void check() {
        if (errors != null && !errors.isEmpty()) {
            throw new ProblemException(Problem.of(422, "invalid-input")
                    .detail("The request has " + (errors.size() == 1 ? "an error" : errors.size() + " errors"))
                    .with(errors.list()));
        }
    }

    /**
     * What becomes of writing values that came from the client. What only the database could check of them, and refuses, ends the request
     * with 422 too.
     */
    public <T> Future<T> checked(Future<T> written) {
        return written.recover(failure -> {
            boolean unset = failure instanceof NotNullViolation;
            if (!unset && !(failure instanceof CheckViolation) && !(failure instanceof ExclusionViolation)) {
                return Future.failedFuture(failure);
            }
            var refused = new FieldErrors(Place.BODY);
            List<String> fields = ((ConstraintViolation) failure).fields();
            for (String field : fields.size() == 1 ? fields : List.of("")) {
                refused.add(field, unset ? "required" : "check", unset ? "is required" : "is not allowed", Map.of());
            }
            return Future.failedFuture(new ProblemException(Problem.of(422, "invalid-input")
                    .detail("The request has an error")
                    .with(refused.list())));
        });
    }

    /** A value that is null only if an error was noted, so that nobody sees it behind {@link #check()}. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T untilChecked(@Nullable T value) {
        return value;
    }

    /** One part of the request that has named texts. */
    public final class Source {
        private final Place place;
        private final @Nullable Fields fields;

        private Source(Place place, @Nullable Fields fields) {
            this.place = place;
            this.fields = fields;
        }

        /** The text of this name. Of two nobody knows which the sender meant, nor which a proxy has looked at. */
        private @Nullable String text(String name) {
            boolean repeated = fields != null
                    ? fields.isRepeated(name)
                    : place == Place.HEADER && request.headers().getAll(name).size() > 1;
            if (repeated) {
                errors(place).addUnread(name, "repeated", "must be given once", Map.of());
            }
            if (fields != null) {
                return fields.get(name);
            }
            return place == Place.HEADER ? request.header(name) : request.cookie(name);
        }

        private List<String> texts(String name) {
            if (fields != null) {
                return fields.all(name);
            } else if (place == Place.HEADER) {
                return request.headers().getAll(name).stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
            }
            String text = request.cookie(name);
            return text == null ? List.of() : List.of(text);
        }

        /** The value, or null if there is none. */
        public <T> @Nullable T optional(String name, TextType<T> type) {
            String text = text(name);
            return text == null || isLeftOut(text, type) ? null : read(name, text, type);
        }

        /** The value, or this one if there is none. */
        public <T> T optional(String name, TextType<T> type, T other) {
            String text = text(name);
            return text == null || isLeftOut(text, type) ? other : untilChecked(read(name, text, type));
        }

        /** The value; noted as an error if there is none. */
        public <T> T required(String name, TextType<T> type) {
            String text = text(name);
            if (text == null) {
                errors(place).addUnread(name, "required", "is required", Map.of());
                return untilChecked(type.blank());
            }
            return untilChecked(read(name, text, type));
        }

        /** Every value of this name, those between commas in headers; empty if there is none. */
        public <T> List<T> list(String name, TextType<T> type) {
            List<String> texts = texts(name);
            List<T> values = new ArrayList<>(texts.size());
            for (String text : texts) {
                T value = read(name, text, type);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        /** Notes that a value that was read is not allowed. */
        public void invalid(String name, String code, String detail) {
            invalid(name, code, detail, Map.of());
        }

        /** The same with the values that a translated message may mention. */
        public void invalid(String name, String code, String detail, Map<String, Object> values) {
            errors(place).add(name, code, detail, values);
        }

        /** A form sends every field: an empty one of a type that has no empty value was left out. */
        private boolean isLeftOut(String text, TextType<?> type) {
            return text.isEmpty() && type != TextTypes.STRING;
        }

        private <T> @Nullable T read(String name, String text, TextType<T> type) {
            try {
                return type.read(text);
            } catch (UnreadableException e) {
                errors(place).addUnread(name, e.code(), e.detail(), e.values());
                return type.blank();
            }
        }
    }
}
