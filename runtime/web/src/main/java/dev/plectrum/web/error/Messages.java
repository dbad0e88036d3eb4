package dev.plectrum.web.error;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people read when a request is refused, in other words or other languages. The English sentence is the key, with the names of its
 * values where it has values; one that nobody translated stays as it is.
 *
 * <pre>{@code
 * Messages.NONE.with(Locale.GERMAN, Map.of(
 *         "is required", "fehlt",
 *         "must be at least {min}", "muss mindestens {min} sein"))
 * }</pre>
 *
 * <p>Codes are for programs, and the same in every language.
 */
public final class Messages {
    /** No other words than ours. */
    public static final Messages NONE = new Messages(Map.of());

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<Locale, Map<String, String>> sentences;

    private Messages(Map<Locale, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /**
     * The same, and these sentences for this language. Fails with {@link IllegalArgumentException} if a translation names a value that
     * its sentence does not have.
     */
    public Messages with(Locale locale, Map<String, String> translations) {
        translations.forEach((sentence, translation) -> {
            Set<String> known = names(sentence);
            for (String name : names(translation)) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException("\"" + translation + "\" names the value {" + name
                            + "}, which \"" + sentence + "\" does not have");
                }
            }
        });
        Map<Locale, Map<String, String>> more = new HashMap<>(sentences);
        Map<String, String> all = new LinkedHashMap<>(more.getOrDefault(locale, Map.of()));
        all.putAll(translations);
        more.put(locale, all);
        return new Messages(more);
    }

    private static Set<String> names(String sentence) {
        Set<String> names = new TreeSet<>();
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    /** The languages that there are sentences for. */
    public Set<Locale> locales() {
        return sentences.keySet();
    }

    /** The problem in this language, as far as it was translated. */
    public Problem in(Locale locale, Problem problem) {
        Map<String, String> known = known(locale);
        if (known.isEmpty()) {
            return problem;
        }
        Map<String, Object> values = new HashMap<>(problem.members());
        values.put("errors", problem.errors().size());
        String detail = problem.detail();
        List<FieldError> errors = problem.errors().stream()
                .map(error -> new FieldError(
                        error.place(),
                        error.field(),
                        error.code(),
                        translated(known, error.detail(), error.values()),
                        error.values()))
                .toList();
        return problem.detail(detail == null ? null : translated(known, detail, values))
                .with(errors);
    }

    /** Those of the country, or else of the language. */
    private Map<String, String> known(Locale locale) {
        Map<String, String> own = sentences.get(locale);
        return own != null ? own : sentences.getOrDefault(Locale.forLanguageTag(locale.getLanguage()), Map.of());
    }

    private static String translated(Map<String, String> known, String detail, Map<String, Object> values) {
        String same = known.get(detail);
        if (same != null) {
            return filled(same, values);
        }
        // Which of the sentences it is shows when each is filled: the same values may stand in several.
        for (Map.Entry<String, String> one : known.entrySet()) {
            if (one.getKey().indexOf('{') >= 0 && filled(one.getKey(), values).equals(detail)) {
                return filled(one.getValue(), values);
            }
        }
        return detail;
    }

    private static String filled(String sentence, Map<String, Object> values) {
        Matcher place = PLACE.matcher(sentence);
        var filled = new StringBuilder();
        while (place.find()) {
            Object value = values.get(place.group(1));
            place.appendReplacement(filled, Matcher.quoteReplacement(value == null ? place.group() : written(value)));
        }
        return place.appendTail(filled).toString();
    }

    private static String written(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
