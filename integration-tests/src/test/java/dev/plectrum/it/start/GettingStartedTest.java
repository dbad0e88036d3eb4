package dev.plectrum.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Application;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of docs/getting-started.md: a copy of it must compile, pass its own test and answer. */
@PlectrumTest
class GettingStartedTest {
    @TempDir
    static Path classes;

    private static URLClassLoader loader;

    @BeforeAll
    static void compile() throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            String classPath = System.getProperty("java.class.path");
            boolean compiled = javac.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-classpath",
                                    classPath,
                                    "-processorpath",
                                    classPath,
                                    "-d",
                                    classes.toString(),
                                    "--release",
                                    "17",
                                    "-Xlint:all,-processing,-path,-classfile",
                                    "-Werror"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, GettingStartedTest.class.getClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static List<Path> sources() throws Exception {
        URL project = GettingStartedTest.class.getResource("/getting-started");
        try (Stream<Path> files = Files.walk(Path.of(project.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Calls a method that need not be public. */
    private static Object call(String type, String name, Database... arguments) throws ReflectiveOperationException {
        Class<?> owner = loader.loadClass(type);
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                boolean isStatic = java.lang.reflect.Modifier.isStatic(method.getModifiers());
                Object target = isStatic ? null : instance(owner);
                try {
                    return method.invoke(target, (Object[]) arguments);
                } catch (InvocationTargetException e) {
                    throw new AssertionError(type + "." + name + " failed", e.getCause());
                }
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Test
    void itsOwnTestPasses(Database db) throws ReflectiveOperationException {
        call("notes.NoteTest", "createTables", db);
        call("notes.NoteTest", "aNoteIsOpenUntilItIsDone", db);
    }

    @Test
    void itsApplicationAnswers(Database db) throws Exception {
        var application = (Application) call("notes.Main", "application");
        Vertx vertx = Vertx.vertx();
        Application.Built built = application
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false))
                .database(any -> db)
                .start(vertx)
                .await(20, TimeUnit.SECONDS);
        TestClient client = TestClient.of(Transport.socket(vertx, built.server().port()));

        TestResponse created = client.post("/notes/", """
                {"text": "Buy milk", "due": "2031-12-24"}""");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/notes/1");
        assertThat(client.get("/notes/?q=MILK").text()).contains("\"text\":\"Buy milk\"");
        assertThat(client.post("/notes/1/done", "").json().getBoolean("done")).isTrue();
        assertThat(client.get("/notes/").text()).isEqualTo("[]");
        assertThat(client.get("/notes/7").status()).isEqualTo(404);
        assertThat(client.post("/notes/", "{\"text\": \"\"}").problem()).isEqualTo("invalid-input");

        built.server().shutdown().await(20, TimeUnit.SECONDS);
        vertx.close().await(20, TimeUnit.SECONDS);
    }
}
