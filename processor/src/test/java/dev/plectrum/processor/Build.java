package dev.plectrum.processor;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A small project in a directory of its own, compiled with our processors as a user would. */
final class Build {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public |abstract |final )*(?:class|record|interface|enum|@interface) (\\w+)");

    private final Path directory;
    private final Compiler compiler;
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private String parameterNames = "-parameters";

    Build(Path directory, Compiler compiler) {
        this.directory = directory;
        this.compiler = compiler;
    }

    Build option(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    Build classPath(Path more) {
        classPath.add(more);
        return this;
    }

    /** Compiles without what class files can tell of the names of parameters. */
    Build withoutNames() {
        parameterNames = "-g:none";
        return this;
    }

    /** Puts sources in their places; each may begin with a package. */
    Build sources(String... sources) {
        for (String source : sources) {
            write(sourceFile(source), source);
        }
        return this;
    }

    Build source(Path file, String content) {
        write(directory.resolve("src").resolve(file), content);
        return this;
    }

    private Path sourceFile(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("No type in " + source);
        }
        Matcher inPackage = PACKAGE.matcher(source);
        Path folder = inPackage.find() ? Path.of(inPackage.group(1).replace('.', '/')) : Path.of("");
        return directory.resolve("src").resolve(folder).resolve(type.group(1) + ".java");
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path classes() {
        return directory.resolve("classes");
    }

    Path generated() {
        return directory.resolve("generated");
    }

    /** What was compiled, as a library is published. */
    Path jar() {
        Path jar = directory.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> walk = Files.walk(classes())) {
            for (Path each : walk.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classes().relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Compiles all sources in the order of their names. */
    Result compile() {
        return compile(files(directory.resolve("src")).keySet().stream()
                .filter(name -> name.endsWith(".java"))
                .toList());
    }

    /** Compiles some sources, named from the source directory. */
    Result compile(List<String> names) {
        try {
            Files.createDirectories(classes());
            Path generated = Files.createDirectories(generated());
            List<String> arguments = new ArrayList<>(options);
            String path = Stream.concat(
                            Stream.concat(Stream.of(classes()), classPath.stream())
                                    .map(Path::toString),
                            Stream.of(System.getProperty("java.class.path")))
                    .collect(Collectors.joining(File.pathSeparator));
            arguments.addAll(List.of("--release", "17", "-encoding", "UTF-8", parameterNames));
            arguments.addAll(List.of("-d", classes().toString(), "-s", generated.toString()));
            arguments.addAll(List.of("-cp", path, "-processorpath", System.getProperty("java.class.path")));
            arguments.addAll(List.of(
                    "-processor",
                    Stream.of(
                                    ModelProcessor.class,
                                    RegistryProcessor.class,
                                    ViewProcessor.class,
                                    ViewRegistryProcessor.class,
                                    ClientProcessor.class)
                            .map(Class::getName)
                            .collect(Collectors.joining(","))));
            names.forEach(
                    name -> arguments.add(directory.resolve("src").resolve(name).toString()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean succeeded = compiler.run(out, arguments);
            String output = out.toString(StandardCharsets.UTF_8)
                    .replace(directory.resolve("src") + "/", "")
                    .replace("\r\n", "\n");
            return new Result(succeeded, output, files(generated), files(classes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a directory, by their names from there. Class files are as text in which every byte is a character. */
    static Map<String, String> files(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(file).toString().replace(File.separatorChar, '/'),
                        new String(
                                Files.readAllBytes(file),
                                file.toString().endsWith(".class")
                                        ? StandardCharsets.ISO_8859_1
                                        : StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of it.
     *
     * @param output all that the compiler printed
     * @param generated sources by their names
     * @param classes class files and resources by their names
     */
    record Result(boolean succeeded, String output, Map<String, String> generated, Map<String, String> classes) {
        Result orThrow() {
            if (!succeeded) {
                throw new AssertionError("Does not compile:\n" + output + "\n" + String.join("\n", generated.values()));
            }
            return this;
        }
    }
}
