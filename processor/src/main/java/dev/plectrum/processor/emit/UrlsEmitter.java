package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.RoutePath.Part;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.TextScalar;
import dev.plectrum.processor.model.ViewDef;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes {@code ProductViewsUrls}: the paths of a view, made from typed values. */
public final class UrlsEmitter {
    private static final Set<TextScalar> WHOLE = EnumSet.of(TextScalar.SHORT, TextScalar.INT, TextScalar.LONG);

    private UrlsEmitter() {}

    /** The file. A path that several methods answer has one name here: that of the one that reads. */
    public static JavaFile emit(ViewDef view, Style style) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Poet.className(view.urlsType()))
                .addJavadoc("The URLs of {@link $T}.\n", Poet.className(view.java()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (view.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        Map<String, RouteDef> named = new LinkedHashMap<>();
        for (RouteDef route : view.routes()) {
            String path = route.path().shape();
            RouteDef other = named.get(path);
            if (other == null || (route.verb().equals("get") && !other.verb().equals("get"))) {
                named.put(path, route);
            }
        }
        Set<String> names = new HashSet<>();
        named.values().stream()
                .filter(UrlsEmitter::isComplete)
                // Two of one name are a problem that is reported, and no reason for another one here.
                .filter(route -> names.add(route.name()))
                .map(route -> url(view, route))
                .forEach(type::addMethod);
        return ViewFiles.file(view.java().packageName(), type, style).build();
    }

    /** Whether every parameter of the path has a type that can be written; otherwise a problem is reported. */
    private static boolean isComplete(RouteDef route) {
        return route.path().flaw().isEmpty()
                && route.path().parameters().stream()
                        .allMatch(name -> parameter(route, name).isPresent());
    }

    private static Optional<ParameterDef> parameter(RouteDef route, String name) {
        return route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .filter(parameter ->
                        parameter.source() instanceof Source.Path path && !(path.form() instanceof TextForm.Unreadable))
                .findFirst();
    }

    // static Url detail(long id) {
    //     return Url.path("/products/").segment(id);
    // }
    private static MethodSpec url(ViewDef view, RouteDef route) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(route.name())
                .addJavadoc("{@code $L}\n", route.path().text())
                .addModifiers(Modifier.STATIC)
                .returns(WebRuntime.URL);
        if (view.isPublic()) {
            method.addModifiers(Modifier.PUBLIC);
        }
        pathParameters(route).forEach(taken -> method.addParameter(Poet.type(taken.java()), taken.name()));
        return method.addStatement("return $L", path(route, ParameterDef::name)).build();
    }

    private static List<ParameterDef> pathParameters(RouteDef route) {
        return route.path().parameters().stream()
                .map(name -> parameter(route, name).orElseThrow())
                .toList();
    }

    /** {@code Url.path("/products/").segment(id)}, of parameters by these names. */
    static CodeBlock path(RouteDef route, Function<ParameterDef, String> names) {
        CodeBlock.Builder url = CodeBlock.builder();
        boolean first = true;
        for (Part part : route.path().parts()) {
            if (part instanceof Part.Text fixed) {
                url.add(first ? "$T.path($S)" : ".text($S)", arguments(first, fixed.text()));
            } else if (part instanceof Part.Parameter parameter) {
                ParameterDef taken = parameter(route, parameter.name()).orElseThrow();
                url.add(segment(taken, names.apply(taken), parameter.rest()));
            }
            first = false;
        }
        return url.build();
    }

    private static Object[] arguments(boolean first, String text) {
        return first ? new Object[] {WebRuntime.URL, text} : new Object[] {text};
    }

    private static CodeBlock segment(ParameterDef parameter, String name, boolean rest) {
        TextForm form = ((Source.Path) parameter.source()).form();
        if (rest) {
            return CodeBlock.of(".rest($L)", name);
        } else if (form instanceof TextForm.Constants) {
            return CodeBlock.of(".segment($L.name())", name);
        } else if (form instanceof TextForm.Own own) {
            return CodeBlock.of(".segment($T.$L, $L)", Poet.className(own.java()), own.constant(), name);
        } else if (form instanceof TextForm.Usual usual
                && !WHOLE.contains(usual.scalar())
                && usual.scalar() != TextScalar.STRING) {
            return CodeBlock.of(".segment($T.$L, $L)", WebRuntime.TEXT_TYPES, usual.scalar(), name);
        }
        return CodeBlock.of(".segment($L)", name);
    }
}
