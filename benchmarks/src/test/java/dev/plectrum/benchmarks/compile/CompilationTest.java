package dev.plectrum.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.benchmarks.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {
    @TempDir
    Path folder;

    @Test
    void compilesTheModelsThatAreWritten() throws Exception {
        List<Path> sources = ModelSources.PLECTRUM.write(folder.resolve("src"), 3);
        Compilation compilation = compilation(sources);
        Sample sample = compilation.run();
        assertThat(sample.cpuNanos()).isPositive();
        assertThat(sample.allocatedBytes()).isPositive();
        assertThat(compilation.classBytes()).isPositive();
        assertThat(compilation.generatedSources()).isEmpty();
        assertThat(compilation.classes().resolve("models/Model2.class")).exists();
    }

    @Test
    void failsWithTheWordsOfTheCompiler() throws Exception {
        Path source = Files.writeString(folder.resolve("Broken.java"), "class Broken { int i = \"text\"; }");
        assertThatThrownBy(() -> compilation(List.of(source)).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("incompatible types");
    }

    private Compilation compilation(List<Path> sources) {
        return new Compilation(sources, System.getProperty("java.class.path"), List.of(), folder.resolve("out"));
    }
}
