package dev.plectrum.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A type with a JSON form of its own.
 *
 * @param form of the type itself
 * @param isPublic whether other packages may name it
 * @param inside the types inside it that have JSON forms of their own too; their codecs stand inside of its codec
 * @param types the objects that any of them needs
 */
public record JsonFileDef(JsonForm form, boolean isPublic, List<Inner> inside, JsonTypes types, Place place) {
    /** Copies the list. */
    public JsonFileDef {
        inside = List.copyOf(inside);
    }

    /** A type inside the one that the file is for. */
    public record Inner(JavaType java, boolean isPublic) {}

    /** The forms of the type itself and of those inside it. */
    public List<JsonForm> roots() {
        return Stream.concat(Stream.of(form), inside.stream().map(inner -> new JsonForm.ObjectOf(inner.java())))
                .toList();
    }

    /** The forms of all their fields. */
    public List<JsonForm> parts() {
        return roots().stream()
                .map(root -> types.object(root.java()))
                .flatMap(object -> object.parts().stream())
                .toList();
    }
}
