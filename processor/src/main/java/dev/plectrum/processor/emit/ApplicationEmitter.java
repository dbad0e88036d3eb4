package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.ApplicationDef;
import dev.plectrum.processor.model.ApplicationDef.Argument;
import dev.plectrum.processor.model.ApplicationDef.Origin;
import dev.plectrum.processor.model.ApplicationDef.ViewUse;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes {@code ShopRoutes}: all views of an application, built by plain constructor calls. */
public final class ApplicationEmitter {
    private static final int LINE = 80;
    private static final ClassName DATABASE = ClassName.get("dev.plectrum.orm.exec", "Database");

    private final ApplicationDef application;
    private final List<ViewUse> views;
    private final NameAllocator fields = new NameAllocator();
    private final NameAllocator parameters = new NameAllocator();
    private final Set<JavaType> given;

    private ApplicationEmitter(ApplicationDef application) {
        this.application = application;
        this.views = application.views().stream().filter(ViewUse::isSound).toList();
        views.forEach(use -> fields.newName(Words.variable(use.view().stem()), use));
        parameters.newName("app");
        parameters.newName("database");
        this.given = given();
        given.forEach(type -> parameters.newName(ViewFiles.variable(type), type));
    }

    /** The file. Views that cannot be built are left out: their problems are reported. */
    public static JavaFile emit(ApplicationDef application, Style style) {
        return new ApplicationEmitter(application).file(style);
    }

    /** What whoever builds the registry must give, in the order of the types' names: it does not change when a view moves. */
    private Set<JavaType> given() {
        Set<JavaType> types = new TreeSet<>((left, right) -> {
            int byName = left.simpleName().compareTo(right.simpleName());
            return byName != 0 ? byName : left.toString().compareTo(right.toString());
        });
        for (ViewUse use : views) {
            use.arguments().stream()
                    .filter(argument -> argument.origin() == Origin.GIVEN)
                    .forEach(argument -> types.add(argument.java()));
            types.addAll(use.view().middleware());
        }
        return types;
    }

    private JavaFile file(Style style) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Poet.className(application.registry()))
                .addJavadoc("Every view of the $L, built from what its constructors ask for.\n", application.name())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(WebRuntime.ROUTES);
        if (application.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        for (ViewUse use : views) {
            type.addField(Poet.className(use.view().routesType()), fields.get(use), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor()).addMethod(routes());
        return ViewFiles.file(application.java().packageName(), type, style).build();
    }

    // /** Builds them. */
    // public ShopRoutes(App app, Mailer mailer) {
    //     Database database = app.database();
    //     productViews = new ProductViewsRoutes(new ProductViews(new ProductQuerySet(database), mailer));
    // }
    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addJavadoc("Builds them.\n").addParameter(WebRuntime.APP, "app");
        if (application.isPublic()) {
            constructor.addModifiers(Modifier.PUBLIC);
        }
        given.forEach(type -> constructor.addParameter(Poet.type(type), parameters.get(type)));
        views.stream()
                .filter(use -> !use.view().isSocket())
                .flatMap(use -> use.exceptions().stream())
                .distinct()
                .forEach(exception -> constructor.addException(Poet.type(exception)));
        boolean connects = views.stream()
                .flatMap(use -> use.arguments().stream())
                .anyMatch(argument -> argument.origin() == Origin.DATABASE || argument.origin() == Origin.QUERY_SET);
        if (connects) {
            constructor.addStatement("$T database = app.database()", DATABASE);
        }
        for (ViewUse use : views) {
            ViewDef view = use.view();
            List<CodeBlock> arguments = new ArrayList<>();
            arguments.add(CodeBlock.of(
                    view.isSocket() ? "() -> new $T($L)" : "new $T($L)",
                    Poet.className(view.java()),
                    use.arguments().stream().map(this::argument).collect(CodeBlock.joining(", "))));
            view.middleware().forEach(middleware -> arguments.add(CodeBlock.of("$L", parameters.get(middleware))));
            constructor.addStatement(
                    "$L = new $T($L)",
                    assigned(use),
                    Poet.className(view.routesType()),
                    ViewFiles.arguments(arguments, LINE));
        }
        return constructor.build();
    }

    /** The field; a parameter of the same name would hide it. */
    private String assigned(ViewUse use) {
        String field = fields.get(use);
        boolean hidden = field.equals("app")
                || field.equals("database")
                || given.stream().anyMatch(type -> parameters.get(type).equals(field));
        return hidden ? "this." + field : field;
    }

    private CodeBlock argument(Argument argument) {
        return switch (argument.origin()) {
            case APP -> CodeBlock.of("app");
            case DATABASE -> CodeBlock.of("database");
            case QUERY_SET -> CodeBlock.of("new $T(database)", Poet.className(argument.java()));
            case VERTX -> CodeBlock.of("app.vertx()");
            case OPTIONS -> CodeBlock.of("app.options()");
            case KEYS -> CodeBlock.of("app.keys()");
            case CLOCK -> CodeBlock.of("app.clock()");
            case GIVEN -> CodeBlock.of("$L", parameters.get(argument.java()));
        };
    }

    private MethodSpec routes() {
        String all = String.join(", ", views.stream().map(fields::get).toList());
        return MethodSpec.methodBuilder("routes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(
                        ClassName.get(List.class),
                        ParameterizedTypeName.get(WebRuntime.ROUTE, WildcardTypeName.subtypeOf(Object.class))))
                .addStatement("return $T.join($L)", WebRuntime.ROUTES, all)
                .build();
    }
}
