package dev.plectrum.processor.model;

import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Names in the cases of Java and SQL. */
public final class Words {
    private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh");

    private Words() {}

    /** {@code created_at} of {@code createdAt}, {@code html_page} of {@code HTMLPage}. */
    public static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && name.charAt(i - 1) != '_') {
                boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
                boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
                if (afterLower || beforeLower) {
                    snake.append('_');
                }
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** {@code CREATED_AT} of {@code createdAt}. */
    public static String constant(String name) {
        return snake(name.replace('.', '_')).toUpperCase(Locale.ROOT);
    }

    /** {@code CreatedAt} of {@code createdAt}. */
    public static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code orderLine} of {@code OrderLine}; not a keyword. */
    public static String variable(String className) {
        String name = className.substring(0, 1).toLowerCase(Locale.ROOT) + className.substring(1);
        return SourceVersion.isKeyword(name) || name.equals("row") || name.equals("at") ? name + "Model" : name;
    }

    /** {@code order line} of {@code OrderLine}: for sentences. */
    public static String sentence(String className) {
        return snake(className).replace('_', ' ');
    }

    /** {@code order lines} of {@code OrderLine}, roughly: for Javadoc. */
    public static String plural(String className) {
        String words = sentence(className);
        int length = words.length();
        if (words.endsWith("y") && length > 1 && "aeiou".indexOf(words.charAt(length - 2)) < 0) {
            return words.substring(0, length - 1) + "ies";
        }
        return HISSING.stream().anyMatch(words::endsWith) ? words + "es" : words + "s";
    }
}
