package dev.plectrum.processor.emit;

import java.util.regex.Pattern;

/** What JavaPoet does not care about, but readers of routes and codecs do. */
public final class ViewLayout {
    private static final Pattern BETWEEN_NAMES =
            Pattern.compile("(?m)^( +private static final JsonName .*;)\\n\\n(?= +private static final JsonName )");
    private static final Pattern BETWEEN_CODECS = Pattern.compile(
            "(?m)^( +private static final Json(?:En|De)coder<.*;)\\n\\n(?= +private static final Json(?:En|De)coder<)");
    private static final Pattern BETWEEN_PATTERNS =
            Pattern.compile("(?m)^( +private static final Pattern .*;)\\n\\n(?= +private static final Pattern )");
    private static final Pattern BETWEEN_FIELDS =
            Pattern.compile("(?m)^( +private final .*;)\\n\\n(?= +private final .*;$)");
    private static final Pattern NESTED_NULLABLE = Pattern.compile("\\. @Nullable ");
    private static final Pattern LONG_FIELD =
            Pattern.compile("(?m)^(?=.{121})( +)(private static final [^=\\n]* =) (.*;)$");

    private ViewLayout() {}

    /** The same source, with fields of one kind together and long ones on two lines. */
    public static String tidy(String source) {
        String tidy = Layout.tidy(source);
        tidy = NESTED_NULLABLE.matcher(tidy).replaceAll(".@Nullable ");
        tidy = BETWEEN_NAMES.matcher(tidy).replaceAll("$1\n");
        tidy = BETWEEN_CODECS.matcher(tidy).replaceAll("$1\n");
        tidy = BETWEEN_PATTERNS.matcher(tidy).replaceAll("$1\n");
        tidy = BETWEEN_FIELDS.matcher(tidy).replaceAll("$1\n");
        return LONG_FIELD.matcher(tidy).replaceAll("$1$2\n$1        $3");
    }
}
