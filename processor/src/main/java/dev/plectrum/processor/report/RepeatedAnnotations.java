package dev.plectrum.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Annotations that stand on an element more than once. What javac knows of them is the container that it has made, and that stands
 * nowhere in the source, so that its messages about them would show the element instead.
 */
final class RepeatedAnnotations {
    private final Trees trees;

    private RepeatedAnnotations(Trees trees) {
        this.trees = trees;
    }

    /** For this compilation; null if the compiler is not javac. Others find the place themselves. */
    static @Nullable RepeatedAnnotations of(ProcessingEnvironment environment) {
        try {
            return new RepeatedAnnotations(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return null;
        }
    }

    /** Prints an error at a repeated annotation, or at a value in it. False if the annotation is not repeated. */
    boolean error(String text, Element element, AnnotationMirror annotation, @Nullable AnnotationValue value) {
        int index = index(element, annotation);
        TreePath path = index < 0 ? null : trees.getPath(element);
        if (path == null) {
            return false;
        }
        List<AnnotationTree> repeated = annotations(path, annotation);
        if (index >= repeated.size()) {
            // The container was written by hand, and is found as every annotation is.
            return false;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        trees.printMessage(Diagnostic.Kind.ERROR, text, tree(repeated.get(index), annotation, value), unit);
        return true;
    }

    /** The place of an annotation in its container; -1 if it is in none. */
    private static int index(Element element, AnnotationMirror annotation) {
        for (AnnotationMirror container : element.getAnnotationMirrors()) {
            for (AnnotationValue member : container.getElementValues().values()) {
                if (member.getValue() instanceof List<?> values) {
                    for (int i = 0; i < values.size(); i++) {
                        if (((AnnotationValue) values.get(i)).getValue() == annotation) {
                            return i;
                        }
                    }
                }
            }
        }
        return -1;
    }

    /** The annotations of this type as they are written. */
    private List<AnnotationTree> annotations(TreePath path, AnnotationMirror annotation) {
        Element type = annotation.getAnnotationType().asElement();
        List<AnnotationTree> found = new ArrayList<>();
        for (AnnotationTree tree : modifiers(path.getLeaf())) {
            TreePath name = new TreePath(new TreePath(path, tree), tree.getAnnotationType());
            if (type.equals(trees.getElement(name))) {
                found.add(tree);
            }
        }
        return found;
    }

    private static List<? extends AnnotationTree> modifiers(Tree declaration) {
        ModifiersTree modifiers = null;
        if (declaration instanceof ClassTree type) {
            modifiers = type.getModifiers();
        } else if (declaration instanceof VariableTree variable) {
            modifiers = variable.getModifiers();
        } else if (declaration instanceof MethodTree method) {
            modifiers = method.getModifiers();
        }
        return modifiers == null ? List.of() : modifiers.getAnnotations();
    }

    private static Tree tree(AnnotationTree tree, AnnotationMirror annotation, @Nullable AnnotationValue value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> member :
                annotation.getElementValues().entrySet()) {
            String name = member.getKey().getSimpleName().toString();
            if (member.getValue() == value) {
                return argument(tree, name);
            }
            if (member.getValue().getValue() instanceof List<?> values && values.contains(value)) {
                Tree array = argument(tree, name);
                return array instanceof NewArrayTree elements
                        ? elements.getInitializers().get(values.indexOf(value))
                        : array;
            }
        }
        return tree;
    }

    private static Tree argument(AnnotationTree tree, String name) {
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable() instanceof IdentifierTree variable
                    && variable.getName().contentEquals(name)) {
                return assignment.getExpression();
            }
        }
        return tree;
    }
}
