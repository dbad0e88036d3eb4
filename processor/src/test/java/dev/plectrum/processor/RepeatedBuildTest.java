package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same sources give the same files: in any order, in one run or in several, from source or out of a jar, by every compiler. */
class RepeatedBuildTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Those of this JVM. The newest JDK's is tried where two compilers meet; all else is tried by running the tests on that JDK. */
    static Stream<Named<Compiler>> compilers() {
        return Stream.of(Named.of("javac", Compiler.JAVAC), Named.of("ecj", Compiler.ECJ));
    }

    static Stream<Arguments> compilersAndExamples() {
        return compilers().flatMap(compiler -> Stream.of("relations", "kitchen", "payments", "generic", "packages")
                .map(example -> Arguments.of(compiler, example)));
    }

    /** Each compiler reads what javac wrote, and javac what each has written. */
    static Stream<Arguments> pairsOfCompilers() {
        Named<Compiler> javac = Named.of("javac", Compiler.JAVAC);
        return Stream.concat(
                        compilers(), Compiler.newestJavac().map(newest -> Named.of("newest javac", newest)).stream())
                .flatMap(other -> Stream.of(Arguments.of(javac, other), Arguments.of(other, javac)))
                .distinct();
    }

    /** Eclipse's batch compiler never writes over a type, nor can it resolve the others once that type is deleted. */
    static Stream<Arguments> javacsAndExamples() {
        return compilersAndExamples()
                .filter(each -> !((Named<?>) each.get()[0]).getPayload().equals(Compiler.ECJ));
    }

    private static Build build(Path directory, Compiler compiler, String example) {
        Build build = new Build(directory, compiler);
        Build.files(GOLDEN.resolve(example).resolve("input"))
                .forEach((name, content) -> build.source(Path.of(name), content));
        return build;
    }

    private static List<String> sources(String example) {
        return List.copyOf(Build.files(GOLDEN.resolve(example).resolve("input")).keySet());
    }

    /** Sources, class files and resources. */
    private static Map<String, String> all(Build.Result result) {
        Map<String, String> all = new TreeMap<>(result.classes());
        all.putAll(result.generated());
        return all;
    }

    @ParameterizedTest
    @MethodSource("compilersAndExamples")
    void theOrderOfTheSourcesChangesNoByte(Compiler compiler, String example, @TempDir Path directory) {
        List<String> names = new ArrayList<>(sources(example));
        Map<String, String> first = all(build(directory.resolve("sorted"), compiler, example)
                .compile(names)
                .orThrow());
        Collections.shuffle(names, new Random(1));
        Map<String, String> again = all(build(directory.resolve("shuffled"), compiler, example)
                .compile(names)
                .orThrow());
        assertThat(again).as("in the order %s", names).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("javacsAndExamples")
    void compilingSomeModelsAgainLosesNothing(Compiler compiler, String example, @TempDir Path directory) {
        Build build = build(directory, compiler, example);
        Map<String, String> full = all(build.compile().orThrow());
        for (String some : sources(example)) {
            assertThat(all(build.compile(List.of(some)).orThrow()))
                    .as("after compiling %s again", some)
                    .isEqualTo(full);
        }
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void modelsThatCompileOneAfterTheOtherAreAsIfTheyHadCompiledTogether(Compiler compiler, @TempDir Path directory)
            throws IOException {
        // What a model refers to comes before it; Tag and Post name each other, and so do Post, Author and Comment.
        List<String> together = List.of("shop/Author.java", "shop/Comment.java", "shop/Post.java", "shop/Tag.java");
        Build build = build(directory.resolve("stepwise"), compiler, "relations");
        build.compile(List.of("shop/Country.java")).orThrow();
        Build.Result stepwise = again(compiler, build, together).orThrow();
        Build.Result full = build(directory.resolve("full"), compiler, "relations")
                .compile()
                .orThrow();
        assertThat(all(stepwise)).isEqualTo(all(full));
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aModelThatIsGoneLeavesTheRegistry(Compiler compiler, @TempDir Path directory) throws IOException {
        Build build = new Build(directory, compiler)
                .sources(model("shop", "Shelf", ""), model("shop", "Product", ""), model("shop", "Box", ""));
        build.compile().orThrow();
        delete(build, "Box");
        Build.Result again =
                again(compiler, build, List.of("shop/Product.java")).orThrow();
        assertThat(again.generated().get("shop/Models.java"))
                .contains("ProductMapping", "ShelfMapping")
                .doesNotContain("Box");
        assertThat(again.classes().get(Generation.INDEX)).isEqualTo("shop.Product\nshop.Shelf\n");
    }

    /** What was made of all views, or of all models, together is made again with each; Eclipse deletes it before. */
    @ParameterizedTest
    @CsvSource({
        "orders, OrderViews OrderViewsTest, ShopRoutes",
        "orders, Order, Models",
        "orders, NewOrder, ''",
        "orders, OrderViewsTest, ''",
        "payments, PaymentViews, ''",
        "kitchen, Booking, Models",
    })
    void eclipseCompilesOneSourceAgainAsIfNothingHadHappened(
            String example, String types, String registry, @TempDir Path directory) throws IOException {
        // It reads the names of parameters where debuggers do.
        Build build = build(directory, Compiler.ECJ, example).option("-g");
        Map<String, String> full = withoutJavadoc(build.compile().orThrow());
        List<String> again = List.of(types.split(" ", -1));
        for (String type : again) {
            delete(build, type);
        }
        delete(build, registry);
        Map<String, String> result = withoutJavadoc(build.compile(
                        again.stream().map(type -> "shop/" + type + ".java").toList())
                .orThrow());
        assertThat(result.keySet()).isEqualTo(full.keySet());
        assertThat(result).isEqualTo(full);
    }

    /** Class files have no Javadoc: what is said of types that are not compiled now is not in the API's description. */
    private static Map<String, String> withoutJavadoc(Build.Result result) {
        Map<String, String> all = all(result);
        // What a class file holds in which order depends on how its neighbours were read.
        all.replaceAll((name, content) -> name.endsWith(".class")
                ? ""
                : !name.endsWith(".api") && !name.endsWith(".json")
                        ? content
                        : content.replaceAll("\"description\": \"[^\"]*\",?\\s*", "")
                                .replace(", }", "}"));
        return all;
    }

    /** Compiles sources of the package shop over the output of an earlier run. */
    private static Build.Result again(Compiler compiler, Build build, List<String> names) throws IOException {
        if (compiler == Compiler.ECJ) {
            // Eclipse deletes what came of a source before it compiles it again, and its compiler refuses to write it
            // twice.
            for (String name : names) {
                delete(build, name.replace("shop/", "").replace(".java", ""));
            }
            delete(build, "Models");
        }
        return build.compile(names);
    }

    private static void delete(Build build, String type) throws IOException {
        Pattern ours = Pattern.compile(type.replaceFirst("Test$", "(Test|Client)")
                + "(Fields|Draft|Mapping|QuerySet|Definition|Routes|Urls|Client|Json)?(\\$.*)?\\.(class|java)");
        for (Path folder :
                List.of(build.classes().resolve("shop"), build.generated().resolve("shop"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each ->
                                ours.matcher(each.getFileName().toString()).matches())
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairsOfCompilers")
    void aModelInAJarIsReferredToAsIfItWereSource(Compiler theirs, Compiler ours, @TempDir Path directory) {
        Build library = new Build(directory.resolve("library"), theirs).sources(LIBRARY.toArray(String[]::new));
        library.compile().orThrow();
        Path jar = library.jar();
        Build.Result apart = new Build(directory.resolve("apart"), ours)
                .sources(APPLICATION.toArray(String[]::new))
                .classPath(jar)
                .compile()
                .orThrow();
        Build.Result together = new Build(directory.resolve("together"), ours)
                .sources(LIBRARY.toArray(String[]::new))
                .sources(APPLICATION.toArray(String[]::new))
                .option("-Aplectrum.models=app.Models")
                .compile()
                .orThrow();
        assertThat(generatedFor("app/", apart))
                .isEqualTo(generatedFor("app/", together))
                .hasSize(4);
    }

    private static Map<String, String> generatedFor(String folder, Build.Result result) {
        Map<String, String> found = new TreeMap<>(result.generated());
        found.keySet().removeIf(name -> !name.startsWith(folder) || name.endsWith("/Models.java"));
        return found;
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aJarFromAnotherVersionIsNamed(Compiler compiler, @TempDir Path directory) {
        Build.Result result = new Build(directory.resolve("application"), compiler)
                .sources(APPLICATION.toArray(String[]::new))
                .classPath(libraryOfAnotherVersion(directory))
                .compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.output())
                .contains(
                        "[Model.OtherVersion] Product uses Shelf, whose generated code comes from Plectrum 0.0.9 and not from "
                                + Generation.VERSION,
                        "[Model.OtherVersion] Product uses Size, whose",
                        "[Model.OtherVersion] Product uses Dated, whose");
    }

    /** The library, with an older version than ours in its generated code. */
    private static Path libraryOfAnotherVersion(Path directory) {
        Build library = new Build(directory.resolve("library"), Compiler.JAVAC).sources(LIBRARY.toArray(String[]::new));
        Map<String, String> generated = library.compile().orThrow().generated();
        Build old = new Build(directory.resolve("old"), Compiler.JAVAC)
                .sources(LIBRARY.toArray(String[]::new))
                .option("-proc:none");
        generated.forEach((name, source) ->
                old.source(Path.of(name), source.replace("version = \"" + Generation.VERSION, "version = \"0.0.9")));
        old.compile().orThrow();
        return old.jar();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aJarThatWasCompiledWithoutTheProcessorIsNamed(Compiler compiler, @TempDir Path directory) {
        Build library = new Build(directory.resolve("library"), compiler)
                .sources(LIBRARY.toArray(String[]::new))
                .option("-proc:none");
        library.compile().orThrow();
        Build.Result result = new Build(directory.resolve("application"), compiler)
                .sources(APPLICATION.toArray(String[]::new))
                .classPath(library.jar())
                .compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.output())
                .contains("[Model.NotGenerated] Product uses Shelf, which was compiled without Plectrum's processor");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void generatedSourcesCauseNoWarning(Compiler compiler, @TempDir Path directory) {
        String[] strict = compiler == Compiler.ECJ
                ? new String[] {"-warn:-unused", "-warn:+unusedImport,raw,unchecked,null,resource", "-failOnWarning"}
                : new String[] {"-Xlint:all,-processing", "-Werror"};
        for (String example : List.of("relations", "kitchen")) {
            build(directory.resolve(example), compiler, example)
                    .option(strict)
                    .compile()
                    .orThrow();
        }
    }

    private static String model(String packageName, String name, String fields) {
        return """
                package %s;

                import dev.plectrum.annotations.*;
                import dev.plectrum.orm.*;

                @Model
                public class %s {
                    @Id Long id;
                    %s
                }
                """.formatted(packageName, name, fields);
    }

    private static final List<String> LIBRARY = List.of("""
                    package library;

                    import dev.plectrum.annotations.*;
                    import dev.plectrum.orm.*;
                    import org.jspecify.annotations.Nullable;

                    @Model(table = "shelves", schema = "store")
                    public class Shelf {
                        @Nullable String zone;
                        @Column(name = "aisle_no", unique = true) int aisle;
                        @Id Long id;
                        @ForeignKey(onDelete = OnDelete.CASCADE) @Nullable Ref<Shelf> above;
                    }
                    """, """
                    package library;

                    import dev.plectrum.annotations.*;
                    import org.jspecify.annotations.Nullable;

                    @Model
                    public record Country(@Id @Column(maxLength = 2) String code, @Nullable String name) {}
                    """, """
                    package library;

                    import dev.plectrum.annotations.*;
                    import org.jspecify.annotations.Nullable;

                    @Embedded
                    public record Size(int width, @Nullable Integer height, @Column(name = "deep") int depth) {}
                    """, """
                    package library;

                    import dev.plectrum.annotations.*;
                    import java.time.Instant;
                    import org.jspecify.annotations.Nullable;

                    @MappedFields
                    @Index(fields = "-touched")
                    public abstract class Dated {
                        public @Nullable Instant touched;
                        @AutoNowAdd public Instant created;
                    }
                    """);

    private static final List<String> APPLICATION = List.of("""
                    package app;

                    import dev.plectrum.annotations.*;
                    import dev.plectrum.orm.*;
                    import library.*;
                    import org.jspecify.annotations.Nullable;

                    @Model
                    public class Product extends Dated {
                        @Id Long id;
                        @Embedded Size size;
                        @ForeignKey(onDelete = OnDelete.PROTECT) Ref<Shelf> shelf;
                        @ForeignKey(onDelete = OnDelete.PROTECT, to = "aisle") @Nullable KeyRef<Shelf, Integer> aisle;
                        @ForeignKey(onDelete = OnDelete.SET_NULL) @Nullable KeyRef<Country, String> from;
                    }
                    """);
}
