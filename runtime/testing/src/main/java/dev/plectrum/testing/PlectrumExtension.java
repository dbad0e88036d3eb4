package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What {@link PlectrumTest} brings. One server for the whole run, one prepared database for each schema, and copies of it
 * for the tests; JUnit's stores close each at the end of what it belongs to.
 */
final class PlectrumExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PlectrumExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        Optional<PlectrumTest> own = AnnotationSupport.findAnnotation(test, PlectrumTest.class);
        // A nested class without an annotation of its own shares what its outer class has: the store finds it.
        own.ifPresent(annotation -> context.getStore(NAMESPACE)
                .put(
                        ClassScope.class,
                        new ClassScope(
                                server(context), template(context, annotation.schema()), annotation.isolation())));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(TestScope.class, classScope(context).begin());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // Not left to the store, which may close it on another thread than the test's.
        TestScope scope = context.getStore(NAMESPACE).remove(TestScope.class, TestScope.class);
        if (scope != null) {
            scope.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Database resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestScope test = context.getStore(NAMESPACE).get(TestScope.class, TestScope.class);
        if (test != null) {
            return test.database();
        }
        Database shared = classScope(context).database();
        if (shared == null) {
            throw new ParameterResolutionException("Each test of " + context.getDisplayName()
                    + " has a database of its own, so there is none for all of them:"
                    + " take it in @BeforeEach, prepare it in the schema, or share one with"
                    + " @PlectrumTest(isolation = Isolation.ROLLBACK)");
        }
        return shared;
    }

    private static ClassScope classScope(ExtensionContext context) {
        ClassScope scope = context.getStore(NAMESPACE).get(ClassScope.class, ClassScope.class);
        if (scope == null) {
            throw new IllegalStateException(context.getDisplayName() + " is in no class with @PlectrumTest");
        }
        return scope;
    }

    private static TestServer server(ExtensionContext context) {
        return run(context).getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
    }

    /** The prepared database. Made by the first test class that asks; the others wait for it. */
    private static String template(ExtensionContext context, Class<? extends TestSchema> schema) {
        TestServer server = server(context);
        return run(context)
                .getOrComputeIfAbsent(schema, key -> prepare(server, schema), Template.class)
                .name();
    }

    private static Template prepare(TestServer server, Class<? extends TestSchema> schema) {
        Template template = new Template(server, server.create());
        try {
            template.prepare(ReflectionSupport.newInstance(schema));
        } catch (Throwable e) {
            template.close();
            throw e;
        }
        return template;
    }

    private static Store run(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }
}
