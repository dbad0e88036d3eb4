package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The objects that one generated file writes and reads, those with codecs of their own among them. */
public final class JsonTypes {
    private final Map<JavaType, JsonObjectDef> objects;

    /** These. */
    public JsonTypes(Map<JavaType, JsonObjectDef> objects) {
        this.objects = new LinkedHashMap<>(objects);
    }

    /** The one of this Java type. */
    public JsonObjectDef object(JavaType java) {
        return Objects.requireNonNull(objects.get(java), () -> "not scanned: " + java);
    }

    /** The field that counts the changes of the row that a value of this type is; the subclasses of a sealed model share one. */
    public Optional<JsonFieldDef> version(JavaType java) {
        JsonObjectDef object = object(java);
        if (object.union().isEmpty()) {
            return object.version();
        }
        List<JsonObjectDef> variants = object.union().get().variants().stream()
                .map(variant -> object(variant.java()))
                .toList();
        return variants.stream().allMatch(one -> one.kind() == JsonObjectDef.Kind.MODEL)
                ? variants.get(0).version()
                : Optional.empty();
    }

    /** All of them. */
    public Collection<JsonObjectDef> all() {
        return List.copyOf(objects.values());
    }

    /** Those that are reached from these forms without passing one that has a codec of its own, in the order of reaching. */
    public Set<JsonObjectDef> nested(Collection<JsonForm> roots) {
        Set<JsonObjectDef> found = new LinkedHashSet<>();
        List<JsonForm> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            JsonForm form = open.remove(0);
            open.addAll(0, parts(form));
            if (form instanceof JsonForm.ObjectOf one) {
                JsonObjectDef object = object(one.java());
                if (!object.own() && found.add(object)) {
                    open.addAll(object.parts());
                }
            } else if (form instanceof JsonForm.DraftOf draft) {
                found.add(draft.body());
            }
        }
        return found;
    }

    /** All that are reached from these forms. */
    public Set<JsonObjectDef> reached(Collection<JsonForm> roots) {
        Set<JsonObjectDef> found = new LinkedHashSet<>();
        List<JsonForm> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            JsonForm form = open.remove(0);
            open.addAll(0, parts(form));
            if (form instanceof JsonForm.ObjectOf one && found.add(object(one.java()))) {
                open.addAll(object(one.java()).parts());
            } else if (form instanceof JsonForm.DraftOf draft) {
                found.add(draft.body());
            }
        }
        return found;
    }

    private static List<JsonForm> parts(JsonForm form) {
        if (form instanceof JsonForm.Held held) {
            return List.of(held.value());
        } else if (form instanceof JsonForm.ListOf list) {
            return List.of(list.element());
        } else if (form instanceof JsonForm.MapOf map) {
            return List.of(map.value());
        } else if (form instanceof JsonForm.GivenOf given) {
            return List.of(given.value());
        } else if (form instanceof JsonForm.PageOf page) {
            return List.of(page.element());
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return List.of(reference.key());
        } else if (form instanceof JsonForm.DraftOf draft) {
            return draft.body().fields().stream().map(JsonFieldDef::form).toList();
        }
        return List.of();
    }

    /** Every form inside this one, itself included, but not the fields of objects. */
    public static Stream<JsonForm> within(JsonForm form) {
        return Stream.concat(Stream.of(form), parts(form).stream().flatMap(JsonTypes::within));
    }
}
