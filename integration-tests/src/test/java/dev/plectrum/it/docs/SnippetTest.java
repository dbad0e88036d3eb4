package dev.plectrum.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetTest {
    private static final String SOURCE = "shop/src/main/java/Shop.java";

    @TempDir
    Path root;

    @BeforeEach
    void writeSource() throws IOException {
        Path file = root.resolve(SOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                class Shop {
                    // region open
                    void open() {
                        // region lights
                        lights.on();
                        // endregion
                    }
                    // endregion
                    // region unended
                }
                """);
    }

    @Test
    void aCopyHasTheRegionsLinesWithoutTheirIndentation() throws IOException {
        assertThat(problem("""
                <!-- from shop/src/main/java/Shop.java#open -->
                ```java
                void open() {
                    lights.on();
                }
                ```
                """)).isEmpty();
        assertThat(problem("""
                - In a list:
                  <!-- from shop/src/main/java/Shop.java#lights -->
                  ```java
                  lights.on();
                  ```
                """)).isEmpty();
    }

    @Test
    void aDifferenceShowsWhatToPaste() throws IOException {
        assertThat(problem("""
                <!-- from shop/src/main/java/Shop.java#open -->
                ```java
                void open() {}
                ```
                """)).isEqualTo("""
                this is not what shop/src/main/java/Shop.java#open has; paste
                void open() {
                    lights.on();
                }
                """);
    }

    @Test
    void aBlockWithoutASourceIsAProblem() throws IOException {
        String expected =
                "this block of Java is nobody's copy: write <!-- from path/to/File.java#region --> on the line before it";
        assertThat(problem("""
                ```java
                lights.on();
                ```
                """)).isEqualTo(expected);
        assertThat(problem("""
                <!-- from shop/src/main/java/Shop.java#lights -->

                ~~~ java
                lights.on();
                ~~~
                """, 1)).isEqualTo(expected);
    }

    @Test
    void aSourceWithoutABlockIsAProblem() throws IOException {
        assertThat(problem("""
                <!-- from shop/src/main/java/Shop.java#lights -->
                The lights go on.
                """)).startsWith("this is not what shop/src/main/java/Shop.java#lights has");
    }

    @Test
    void aRegionMustExistAndEnd() throws IOException {
        assertThat(problem(copyOf("shop/src/main/java/Shop.java#close")))
                .isEqualTo("shop/src/main/java/Shop.java has no \"// region close\" that ends with \"// endregion\"");
        assertThat(problem(copyOf("shop/src/main/java/Shop.java#unended"))).contains("has no \"// region unended\"");
    }

    @Test
    void theSourceMustBeCompiled() throws IOException {
        assertThat(problem(copyOf("shop/src/main/java/Cafe.java#open")))
                .isEqualTo("there is no shop/src/main/java/Cafe.java");
        assertThat(problem(copyOf("shop/Shop.txt#open")))
                .isEqualTo("\"shop/Shop.txt#open\" is not of the form path/to/src/main/java/…/File.java#region");
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        assertThat(Snippet.in("""
                ```sh
                mvn -B verify
                ```
                ````
                ```java
                lights.on();
                ```
                ````
                """)).isEmpty();
    }

    private static String copyOf(String source) {
        return """
                <!-- from %s -->
                ```java
                lights.on();
                ```
                """.formatted(source);
    }

    private String problem(String chapter) throws IOException {
        return problem(chapter, 0);
    }

    private String problem(String chapter, int index) throws IOException {
        return Snippet.in(chapter).get(index).problem(root);
    }
}
