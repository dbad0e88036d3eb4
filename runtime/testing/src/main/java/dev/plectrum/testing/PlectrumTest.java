package dev.plectrum.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests with a database: their methods may have a parameter of type {@link dev.plectrum.orm.exec.Database}, which is clean
 * when the test begins. Test classes and methods may run in parallel.
 *
 * <p>The databases are made on the server that {@code DATABASE_URL} names, or on the development database's; what is
 * already there is never touched. Put it on an annotation of your own to say once what all of a project's tests share:
 *
 * <pre>{@code
 * @PlectrumTest(schema = ShopSchema.class)
 * @Retention(RetentionPolicy.RUNTIME)
 * @interface ShopTest {}
 * }</pre>
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlectrumExtension.class)
public @interface PlectrumTest {
    /** What prepares the database; nothing, when it is not named. Runs once for all the test classes that name it. */
    Class<? extends TestSchema> schema() default TestSchema.Empty.class;

    /** What keeps a test from seeing what another one wrote. */
    Isolation isolation() default Isolation.DATABASE;
}
