package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for typed clients of views, for tests: for {@code ProductViews} the processor writes {@code ProductViewsClient} into the views'
 * package, with a method for each of theirs. It belongs into test sources; what goes into production knows nothing of it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TestClients {
    /** The views to ask. */
    Class<?>[] value();
}
