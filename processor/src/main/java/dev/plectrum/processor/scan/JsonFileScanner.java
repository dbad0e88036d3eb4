package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JsonFileDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonScan;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a type with a JSON form of its own into a Def. */
public final class JsonFileScanner {
    private final Elements elements;
    private final Types types;
    private final CompiledNow compiledNow;
    private final String version;

    /** A scanner for the compilation that these belong to, of this version of the generator. */
    public JsonFileScanner(Elements elements, Types types, CompiledNow compiledNow, String version) {
        this.version = version;
        this.compiledNow = compiledNow;
        this.elements = elements;
        this.types = types;
    }

    /** The outermost type around this one, itself included, whose codec holds this one's. */
    public static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                        && Annotation.on(outer, ViewNames.JSON).isPresent()
                ? outermost(outer)
                : type;
    }

    /** Reads an outermost type. */
    public JsonScan scan(TypeElement type) {
        JsonScanner json = new JsonScanner(
                elements, types, compiledNow, elements.getPackageOf(type), JsonScanner.ownCodec(type), version);
        JsonForm form = json.form(type.asType());
        List<JsonFileDef.Inner> inside = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        unresolved(type, unresolved);
        inside(type, json, inside, unresolved);
        return new JsonScan(
                new JsonFileDef(form, ViewScanner.isPublic(type), inside, json.types(), SourcePlace.of(type)),
                unresolved);
    }

    private static void inside(
            TypeElement type, JsonScanner json, List<JsonFileDef.Inner> inside, List<Unresolved> unresolved) {
        for (TypeElement inner : ElementFilter.typesIn(type.getEnclosedElements())) {
            if (Annotation.on(inner, ViewNames.JSON).isPresent()) {
                json.form(inner.asType());
                unresolved(inner, unresolved);
                inside.add(new JsonFileDef.Inner(JavaTypes.of(inner), ViewScanner.isPublic(inner)));
                inside(inner, json, inside, unresolved);
            }
        }
    }

    private static void unresolved(TypeElement type, List<Unresolved> unresolved) {
        for (Element field : type.getEnclosedElements()) {
            if (field instanceof VariableElement) {
                JavaTypes.unresolved(field.asType())
                        .forEach(name -> unresolved.add(
                                new Unresolved(name, field.getSimpleName().toString(), SourcePlace.of(field))));
            }
        }
    }
}
