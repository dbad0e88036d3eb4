package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ClientScan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads which views a test asks for clients of. They may come as class files: the sources of tests are not those of views. */
public final class ClientScanner {
    private final CompiledNow compiledNow;
    private final ViewScanner views;

    /** A scanner for the compilation that these belong to, of this version of the generator. */
    public ClientScanner(Elements elements, Types types, CompiledNow compiledNow, String version) {
        this.compiledNow = compiledNow;
        this.views = new ViewScanner(elements, types, compiledNow, version);
    }

    /** The views that an annotated type names. */
    public List<ClientScan> scan(TypeElement type) {
        return Annotation.on(type, ViewNames.TEST_CLIENTS).stream()
                .flatMap(asked -> asked.typesWithPlaces("value").stream())
                .flatMap(this::client)
                .toList();
    }

    private Stream<ClientScan> client(Annotation.Type named) {
        Optional<TypeElement> found = JavaTypes.element(named.type());
        Optional<TypeElement> view = found.filter(ViewScanner::isView);
        // The compiler itself says that a type cannot be found.
        return JavaTypes.unresolved(named.type()).isEmpty()
                ? Stream.of(new ClientScan(
                        JavaTypes.of(named.type()),
                        view.map(views::scanForClient),
                        view.filter(compiledNow::test).isPresent(),
                        named.place()))
                : Stream.empty();
    }
}
