package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ConnectionDef;
import dev.plectrum.processor.model.JsonScan;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.model.ViewScan;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules for views, and for types with a JSON form of their own. */
public final class ViewChecks {
    private ViewChecks() {}

    /** Everything that is wrong with a view. */
    public static Problems run(ViewScan scan) {
        Problems problems = new Problems();
        ViewDef view = scan.view();
        unresolved(view.java().simpleName(), scan.unresolved(), problems);
        shape(view, problems);
        SocketChecks.check(view, problems);
        Set<String> missing = missing(scan.unresolved());
        JsonChecks json = new JsonChecks(view.json(), missing, problems);
        for (RouteDef route : view.routes()) {
            new RouteChecks(view, route, problems).check();
            new ParameterChecks(view, route, json, missing, problems).check();
            route.result().forms().forEach(form -> json.written(form, result(view, route), route.place()));
        }
        json.objects(view.written(), view.read());
        examples(view, problems);
        alike(view, problems);
        return problems;
    }

    /** Everything that is wrong with a type that has a JSON form of its own. */
    public static Problems run(JsonScan scan) {
        Problems problems = new Problems();
        String name = scan.file().form().java().simpleName();
        unresolved(name, scan.unresolved(), problems);
        JsonChecks json = new JsonChecks(scan.file().types(), missing(scan.unresolved()), problems);
        json.written(scan.file().form(), name, scan.file().place());
        json.objects(scan.file().roots(), json.readable(scan.file().roots()));
        return problems;
    }

    private static void examples(ViewDef view, Problems problems) {
        ExampleChecks examples = new ExampleChecks(view.json(), problems);
        view.routes()
                .forEach(route -> examples.answers(
                        route.examples(), route.result().reply(), view.java().simpleName() + "." + route.name()));
    }

    /** What is missing is said once: it has no form of any kind. */
    private static Set<String> missing(List<Unresolved> unresolved) {
        return unresolved.stream().map(Unresolved::type).collect(Collectors.toSet());
    }

    private static String result(ViewDef view, RouteDef route) {
        return view.java().simpleName() + "." + route.name() + " returns";
    }

    private static void unresolved(String owner, List<Unresolved> unresolved, Problems problems) {
        for (Unresolved missing : unresolved) {
            problems.add(
                    Problem.of(
                                    Code.VIEW_UNRESOLVED,
                                    missing.place(),
                                    owner + "." + missing.field() + " names the type " + missing.type()
                                            + ", which cannot be found")
                            .because(
                                    "Neither the sources, nor the class path, nor another processor declares it. Is an import missing?"));
        }
    }

    private static void shape(ViewDef view, Problems problems) {
        if (!view.flaw().isEmpty()) {
            problems.add(Problem.of(
                            Code.VIEW_CLASS,
                            view.place(),
                            view.java().simpleName() + " is a view, but it " + view.flaw())
                    .because("Generated code makes one object of it and calls its methods.")
                    .fix("class " + view.java().simpleName()));
        }
    }

    /** Methods that answer requests, in a class of this name that nobody writes routes for. */
    public static Problems strays(String name, List<ConnectionDef.Named> methods) {
        Problems problems = new Problems();
        for (ConnectionDef.Named method : methods) {
            problems.add(Problem.of(
                            Code.VIEW_CLASS,
                            method.place(),
                            name + "." + method.name() + " answers requests, but " + name + " is not a @View")
                    .because(
                            "Routes are written for the methods that stand in classes with @View, not for what these inherit.")
                    .fix("@View(\"/…\") class " + name));
        }
        return problems;
    }

    private static void alike(ViewDef view, Problems problems) {
        Map<String, RouteDef> byPath = new HashMap<>();
        Map<String, RouteDef> byName = new HashMap<>();
        for (RouteDef route : view.routes()) {
            RouteDef first =
                    byPath.putIfAbsent(route.method() + " " + route.path().shape(), route);
            if (first != null && route.path().flaw().isEmpty()) {
                problems.add(twice(
                        route,
                        view.java().simpleName() + "." + first.name(),
                        view.java().simpleName() + "." + route.name(),
                        route.pathPlace()));
            }
            RouteDef named = byName.putIfAbsent(route.name(), route);
            if (named != null && named.place().equals(route.place())) {
                problems.add(Problem.of(
                                Code.ROUTE_NAME,
                                route.place(),
                                view.java().simpleName() + "." + route.name() + " answers " + named.method() + " and "
                                        + route.method() + ", but a method answers one of them")
                        .because("Write a method for each; both can call a third.")
                        .fix("leave one of the annotations"));
            } else if (named != null) {
                problems.add(Problem.of(
                                Code.ROUTE_NAME,
                                route.place(),
                                view.java().simpleName() + " has two routes named " + route.name())
                        .because("Routes are named after their methods, in logs and in "
                                + view.urlsType().simpleName() + ".")
                        .fix("rename one of the methods"));
            }
        }
    }

    /** Two routes that answer the same requests. */
    static Problem twice(RouteDef route, String first, String second, Place place) {
        return Problem.of(
                        Code.ROUTE_TWICE,
                        place,
                        first + " and " + second + " both answer " + route.method() + " "
                                + route.path().text())
                .because("Names of parameters do not tell requests apart: only one of the two would ever be asked.")
                .because("Give one of them another path.");
    }
}
