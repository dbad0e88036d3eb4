package dev.plectrum.processor;

import com.palantir.javapoet.JavaFile;
import dev.plectrum.processor.emit.Style;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** What a processor writes into a compilation, and finds there of earlier runs. Files that cannot be written end the compilation. */
final class Output {
    private final ProcessingEnvironment environment;
    private final UnaryOperator<String> layout;

    /** The output of this compilation, whose sources are laid out so. */
    Output(ProcessingEnvironment environment, UnaryOperator<String> layout) {
        this.environment = environment;
        this.layout = layout;
    }

    /** How files are written that belong to the module of this type. */
    Style style(TypeElement type) {
        // A module that does not read java.compiler cannot name the annotation.
        Elements elements = environment.getElementUtils();
        boolean generated =
                elements.getTypeElement(elements.getModuleOf(type), "javax.annotation.processing.Generated") != null;
        return new Style(Generation.VERSION, generated);
    }

    /** The qualified name of the type that a file declares. */
    static String nameOf(JavaFile file) {
        return file.packageName().isEmpty()
                ? file.typeSpec().name()
                : file.packageName() + "." + file.typeSpec().name();
    }

    /** Writes a source file that comes of these elements. */
    void source(JavaFile file, Element... origins) {
        try {
            write(environment.getFiler().createSourceFile(nameOf(file), origins), layout.apply(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file beside the classes that comes of these elements. */
    void resource(String name, String content, Element... origins) {
        try {
            write(environment.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", name, origins), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileObject file, String content) throws IOException {
        try (Writer out = file.openWriter()) {
            out.write(content);
        }
    }

    /** What an earlier run into the same place wrote; empty if none did. */
    String read(String resource) {
        try {
            return environment
                    .getFiler()
                    .getResource(StandardLocation.CLASS_OUTPUT, "", resource)
                    .getCharContent(true)
                    .toString();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
