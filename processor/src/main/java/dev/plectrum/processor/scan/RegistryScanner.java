package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds out which models there are, and where their registry belongs. */
public final class RegistryScanner {
    private static final String SIMPLE_NAME = "Models";

    private final Elements elements;

    /** A scanner for the compilation that these belong to. */
    public RegistryScanner(Elements elements) {
        this.elements = elements;
    }

    /** What the model is called. */
    public static ModelName name(TypeElement type) {
        JavaType java = JavaTypes.of(type);
        return new ModelName(java.packageName(), java.className());
    }

    /** Whether something is generated for the type; nothing is for one that no other source can name. */
    public static boolean isRegistered(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
            at = at.getEnclosingElement();
        }
        return type.getTypeParameters().isEmpty();
    }

    /** The model of this qualified name, if it is still one. */
    public Optional<ModelName> stillThere(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName))
                .filter(type -> Annotation.on(type, Names.MODEL).isPresent())
                .map(RegistryScanner::name);
    }

    /** The models that a registry of this name lists already, when it is one. */
    public List<String> registered(String registry) {
        return Optional.ofNullable(elements.getTypeElement(registry))
                .flatMap(type -> Annotation.on(type, Names.GENERATED_MODEL))
                .map(carried -> carried.strings("definition").stream()
                        .map(Annotation.Text::text)
                        .toList())
                .orElse(List.of());
    }

    /** {@code shop.Models} of models in {@code shop.catalogue} and {@code shop.orders}. */
    public String registryName(Collection<ModelName> models) {
        String common = null;
        for (ModelName model : models) {
            common = common == null ? model.packageName() : common(common, model.packageName());
        }
        return common == null || common.isEmpty() ? SIMPLE_NAME : common + "." + SIMPLE_NAME;
    }

    private static String common(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        int same = 0;
        while (same < a.length && same < b.length && a[same].equals(b[same])) {
            same++;
        }
        return String.join(".", List.of(a).subList(0, same));
    }

    /** The models whose mapping the registry can name: public ones, and those of its own package. */
    public List<ModelName> visibleFrom(String registry, Collection<ModelName> models) {
        return models.stream().filter(model -> isVisible(model, registry)).toList();
    }

    /** The other models, by their packages, in which something has to name them. */
    public Map<String, List<ModelName>> hiddenFrom(String registry, Collection<ModelName> models) {
        return models.stream()
                .filter(model -> !isVisible(model, registry))
                .collect(Collectors.groupingBy(ModelName::packageName, TreeMap::new, Collectors.toList()));
    }

    private boolean isVisible(ModelName model, String registry) {
        String packageName = registry.contains(".") ? registry.substring(0, registry.lastIndexOf('.')) : "";
        return model.packageName().equals(packageName) || isPublic(model);
    }

    private boolean isPublic(ModelName model) {
        Element at = elements.getTypeElement(model.qualified());
        while (at instanceof TypeElement) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            at = at.getEnclosingElement();
        }
        return true;
    }
}
