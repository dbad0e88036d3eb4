package dev.plectrum.processor.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Reads Javadoc as plain text. */
final class Docs {
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)\\}");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private final Elements elements;

    Docs(Elements elements) {
        this.elements = elements;
    }

    /** What is said of an element, without tags; empty if nothing is. */
    String of(Element element) {
        String doc = elements.getDocComment(element);
        if (doc == null) {
            return "";
        }
        Matcher tag = BLOCK_TAG.matcher(doc);
        return plain(tag.find() ? doc.substring(0, tag.start()) : doc);
    }

    /** What a {@code @param} says of a record's component or a method's parameter; empty if nothing does. */
    String ofComponent(Element documented, String name) {
        String doc = elements.getDocComment(documented);
        if (doc == null) {
            return "";
        }
        Matcher parameter = Pattern.compile("(?ms)^\\s*@param\\s+" + Pattern.quote(name) + "\\s+(.*?)(?=^\\s*@|\\z)")
                .matcher(doc);
        return parameter.find() ? plain(parameter.group(1)) : "";
    }

    private static String plain(String doc) {
        String text = INLINE_TAG.matcher(doc).replaceAll("$1");
        return MARKUP.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
