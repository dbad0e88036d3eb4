package dev.plectrum.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFolderTest {
    @TempDir
    Path directory;

    @Test
    void aMavenProjectHasTarget() throws IOException {
        create("shop/pom.xml");

        assertThat(BuildFolder.above(directory.resolve("shop"))).isEqualTo(directory.resolve("shop/target"));
    }

    @Test
    void aGradleProjectHasBuild() throws IOException {
        create("shop/build.gradle.kts");

        assertThat(BuildFolder.above(directory.resolve("shop"))).isEqualTo(directory.resolve("shop/build"));
    }

    @Test
    void theModulesOfABuildShareTheFolderOfTheWhole() throws IOException {
        create("shop/pom.xml");
        create("shop/web/pom.xml");
        create("shop/web/src/main/java/Shop.java");

        assertThat(BuildFolder.above(directory.resolve("shop/web"))).isEqualTo(directory.resolve("shop/target"));
        assertThat(BuildFolder.above(directory.resolve("shop/web/src/main")))
                .isEqualTo(directory.resolve("shop/target"));
    }

    @Test
    void aProjectInsideAnothersRepositoryIsItsOwn() throws IOException {
        create("pom.xml");
        create("shop/pom.xml");
        create("shop/.mvn/jvm.config");
        create("cafe/settings.gradle");
        create("cafe/menu/build.gradle");

        assertThat(BuildFolder.above(directory.resolve("shop"))).isEqualTo(directory.resolve("shop/target"));
        assertThat(BuildFolder.above(directory.resolve("cafe/menu"))).isEqualTo(directory.resolve("cafe/build"));
    }

    @Test
    void outsideOfAProjectThereIsNoPlaceForIt() throws IOException {
        create("shop/.git/config");
        Path deployed = directory.resolve("shop");

        assertThatThrownBy(() -> BuildFolder.above(deployed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        No database is named, and %s is not in a Maven or Gradle project
                          The development database keeps its data in the project's build folder.
                          Fix: set DATABASE_URL=postgresql://user:password@host:5432/database, or start in the project's directory""".formatted(deployed));
    }

    private void create(String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }
}
