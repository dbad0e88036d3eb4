package dev.plectrum.processor.model;

import java.util.List;
import java.util.Locale;

/**
 * What a model is called, and what is generated for it.
 *
 * @param packageName of the model and of all that is generated for it
 * @param className with the enclosing classes, {@code Order.Line}
 */
public record ModelName(String packageName, String className) {
    /** {@code shop.Order.Line}. */
    public String qualified() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** {@code Line}: what messages call it. */
    public String simple() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * What generated names begin with: {@code OrderLine} of a {@code Line} nested in {@code Order}, so that every generated type is
     * a top-level type. A second model that comes to the same is reported.
     */
    public String stem() {
        return className.replace(".", "");
    }

    /** {@code ProductFields}. */
    public String fields() {
        return stem() + "Fields";
    }

    /** {@code ProductDraft}. */
    public String draft() {
        return stem() + "Draft";
    }

    /** {@code ProductQuerySet}. */
    public String querySet() {
        return stem() + "QuerySet";
    }

    /** {@code ProductMapping}. */
    public String mapping() {
        return stem() + "Mapping";
    }

    /** {@code TimestampedDefinition}: what carries the Def of a base class or an embedded record. */
    public String definition() {
        return stem() + "Definition";
    }

    /** The names of all types that are generated for a model, or for a base class or an embedded record. */
    public List<String> generated(boolean model) {
        return model ? List.of(fields(), draft(), mapping(), querySet()) : List.of(definition());
    }

    /** {@code product}: a variable that holds one. */
    public String variable() {
        return Words.variable(stem());
    }

    /** {@code p}: a lambda's row. */
    public String letter() {
        return stem().substring(0, 1).toLowerCase(Locale.ROOT);
    }

    /** As a type. */
    public JavaType type() {
        return JavaType.of(packageName, className);
    }
}
