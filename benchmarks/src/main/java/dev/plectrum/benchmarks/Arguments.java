package dev.plectrum.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of the form {@code --name value}, each of which may be given several times. */
final class Arguments {
    private static final Set<String> KNOWN = Set.of(
            "work",
            "endpoints",
            "with",
            "jvm",
            "connections",
            "contestants",
            "rounds",
            "seconds",
            "warm-up",
            "pool",
            "database",
            "jdk",
            "only",
            "models",
            "out");

    private final Map<String, List<String>> options = new LinkedHashMap<>();

    /** Reads options; fails for one that is not among the known, and for one without a value. */
    Arguments(List<String> words) {
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
                throw new IllegalArgumentException("There is no option " + name);
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options.computeIfAbsent(name.substring(2), first -> new ArrayList<>())
                    .add(words.get(i + 1));
        }
    }

    /** The last value given. */
    @Nullable String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** All values given, in order. */
    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** The values between the commas. */
    List<String> list(String name, List<String> otherwise) {
        String text = text(name);
        return text == null ? otherwise : Arrays.asList(text.split(","));
    }

    /** The words between the spaces. */
    List<String> words(String name, String otherwise) {
        String text = text(name);
        return Arrays.asList((text == null ? otherwise : text).trim().split("\\s+"));
    }

    /** Where the database is: the option, else the environment, else null for an embedded one. */
    @Nullable String databaseUrl() {
        String text = text("database");
        return text == null ? System.getenv("DATABASE_URL") : text;
    }

    int number(String name, int otherwise) {
        String text = text(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    Duration seconds(String name, Duration otherwise) {
        String text = text(name);
        return text == null ? otherwise : Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
    }
}
