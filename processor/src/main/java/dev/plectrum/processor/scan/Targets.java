package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Knows what relations lead to. */
interface Targets {
    /** The model of this type, without what its own relations lead to; empty if it is no model. */
    Optional<Target> find(TypeElement type);

    /** The same, of this qualified name. */
    Optional<Target> find(String qualifiedName);

    /**
     * A model as relations see it.
     *
     * @param ownName what its join tables' names begin with, if it shares its table with others; otherwise empty
     * @param parent the model that it extends
     * @param unique the names of fields that no two rows share, besides the key
     */
    record Target(
            ModelName name,
            String table,
            String schema,
            String ownName,
            Optional<ModelName> parent,
            List<Field> fields,
            Set<String> unique) {}
}
