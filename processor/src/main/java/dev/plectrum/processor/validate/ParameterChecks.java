package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.Nearest;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Part;
import dev.plectrum.processor.model.ParameterDef.Presence;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.RoutePath;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every parameter must come from somewhere, and be of a type that can come from there. */
final class ParameterChecks {
    private static final String READABLE =
            "Numbers, boolean, String, UUID, dates, times and enums can; any other type says how with a constant of type TextType.";

    private final RouteDef route;
    private final JsonChecks json;
    private final Set<String> missing;
    private final Problems problems;
    private final ExampleChecks examples;
    private final String method;

    ParameterChecks(ViewDef view, RouteDef route, JsonChecks json, Set<String> missing, Problems problems) {
        this.route = route;
        this.json = json;
        this.missing = missing;
        this.problems = problems;
        this.examples = new ExampleChecks(view.json(), problems);
        this.method = view.java().simpleName() + "." + route.name();
    }

    void check() {
        route.parameters().forEach(parameter -> check(parameter, method + " takes "));
        body();
    }

    private void check(ParameterDef parameter, String taker) {
        Source source = parameter.source();
        String taking = taker + parameter.name();
        nullness(parameter, taking);
        if (source instanceof Source.Path path) {
            path(parameter, path, taking);
        } else if (source instanceof Source.Text text) {
            text(parameter, text, taking);
        } else if (source instanceof Source.Parts parts) {
            String record = parameter.java().simpleName() + " has ";
            parts.components().forEach(component -> check(component, record));
        } else if (source instanceof Source.Body body) {
            json.read(body.form(), method + " takes as its body", parameter.place());
            BodyFieldChecks.check(body, method, parameter, problems);
        } else if (source instanceof Source.WebSocket socket) {
            json.read(socket.in(), method + " receives", parameter.place());
            json.written(socket.out(), method + " sends", parameter.place());
        } else if (source instanceof Source.Nowhere nowhere) {
            nowhere(parameter, nowhere, taking);
        } else if (source instanceof Source.Contradictory both) {
            problems.add(Problem.of(
                            Code.PARAMETER_PLACES,
                            parameter.place(),
                            taking + " from two places: @" + String.join(" and @", both.annotations()))
                    .because("A value comes from one place."));
        }
        examples(parameter, source);
        RuleChecks.check(
                parameter.rules(), parameter.java(), "The parameter " + parameter.name() + " of " + method, problems);
    }

    private void examples(ParameterDef parameter, Source source) {
        String owner = "The parameter " + parameter.name() + " of " + method;
        if (source instanceof Source.Path path) {
            examples.check(parameter.examples(), path.form(), parameter.rules(), owner);
        } else if (source instanceof Source.Text text) {
            examples.check(parameter.examples(), text.form(), parameter.rules(), owner);
        } else if (source instanceof Source.Body body) {
            examples.check(parameter.examples(), body.form(), parameter.rules(), method + "'s body");
        } else if (!(source instanceof Source.Nowhere) && !(source instanceof Source.Contradictory)) {
            examples.unused(
                    parameter.examples(),
                    owner + " has an example, which no description shows",
                    "Texts from the path, query string, headers, cookies and forms have one, and bodies that are JSON.");
        }
    }

    private void nullness(ParameterDef parameter, String taking) {
        if (!parameter.nullable()) {
            return;
        }
        boolean isPath = parameter.source() instanceof Source.Path;
        if (parameter.java().isPrimitive()) {
            problems.add(Problem.of(
                            Code.PARAMETER_NULLABLE,
                            parameter.place(),
                            taking + " as a @Nullable " + parameter.java().display() + ", which cannot be null")
                    .fix("@Nullable " + parameter.java().boxed().simpleName() + " " + parameter.name()));
        } else if (isPath || parameter.source() instanceof Source.Body) {
            problems.add(Problem.of(
                            Code.PARAMETER_NULLABLE,
                            parameter.place(),
                            taking + " as @Nullable, but its " + (isPath ? "path" : "body") + " is always there")
                    .fix(parameter.java().display() + " " + parameter.name()));
        }
    }

    private void path(ParameterDef parameter, Source.Path path, String taking) {
        boolean rest = route.path().parts().stream()
                .anyMatch(part -> part instanceof RoutePath.Part.Parameter one
                        && one.rest()
                        && one.name().equals(parameter.name()));
        if (rest && !parameter.java().is("java.lang.String")) {
            problems.add(Problem.of(
                            Code.PARAMETER_TYPE,
                            parameter.place(),
                            taking + " as " + parameter.java().display() + ", but {" + parameter.name()
                                    + "...} is all that is left of the path")
                    .fix("String " + parameter.name()));
        } else if (path.form() instanceof TextForm.Unreadable) {
            unreadable(parameter, taking, "the path");
        }
    }

    private void text(ParameterDef parameter, Source.Text text, String taking) {
        if (text.form() instanceof TextForm.Unreadable) {
            unreadable(parameter, taking, "a " + (text.part() == Part.QUERY ? "query string" : word(text.part())));
        } else if (text.presence() instanceof Presence.Default other) {
            ExampleTexts.flaw(text.form(), other.text())
                    .ifPresent(expected -> problems.add(Problem.of(
                                    Code.PARAMETER_DEFAULT,
                                    other.place(),
                                    taking + " with \"" + other.text() + "\" where there is none, which is not "
                                            + expected)
                            .because("What stands in is read when the program is compiled, as "
                                    + parameter.java().display() + ".")));
        }
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private void unreadable(ParameterDef parameter, String taking, String from) {
        if (missing.contains(parameter.java().className())) {
            return;
        }
        JavaType type = parameter.java();
        Problem problem = Problem.of(
                Code.PARAMETER_TYPE,
                parameter.place(),
                taking + " as " + type.display() + ", which cannot be read from " + from);
        if (type.is("java.util.Date")) {
            problems.add(problem.because("It is a moment, or a day, and does not say which.")
                    .fix("Instant " + parameter.name() + ", or LocalDate " + parameter.name()));
            return;
        }
        boolean optional = type.is("java.util.Optional") && type.arguments().size() == 1;
        problems.add(
                optional
                        ? problem.because("What may be missing is @Nullable.")
                                .fix("@Nullable " + type.arguments().get(0).display() + " " + parameter.name())
                        : problem.because(READABLE).fix("static final TextType<" + type.display() + "> TEXT = …"));
    }

    private void nowhere(ParameterDef parameter, Source.Nowhere nowhere, String taking) {
        if (!route.path().flaw().isEmpty()) {
            // It may well come from the path, once that can be read.
            return;
        }
        List<String> free = new ArrayList<>(route.path().parameters());
        route.parameters().forEach(other -> free.remove(other.name()));
        Problem problem =
                Problem.of(Code.PARAMETER_NOWHERE, parameter.place(), taking + ", but nothing says where from");
        Optional<String> near = Nearest.to(parameter.name(), free);
        if (near.isPresent()) {
            problem = problem.because("Did you mean {" + near.get() + "} of its path?");
        }
        String declared = parameter.java().display() + " " + parameter.name();
        boolean single = !(nowhere.form() instanceof TextForm.Unreadable);
        problems.add(problem.because(
                        "What is not in the path is @Query, @Header, @Cookie, @Form or @Body; a Request, User, Session, Locale or PageRequest is known by its type.")
                .fix((single || route.isRead() ? "@Query " : "@Body ") + declared));
    }

    private void body() {
        List<ParameterDef> bodies = route.parameters().stream()
                .filter(parameter ->
                        parameter.source() instanceof Source.Body || parameter.source() instanceof Source.RawBody)
                .toList();
        if (bodies.size() > 1) {
            problems.add(Problem.of(
                            Code.BODY_USE, bodies.get(1).place(), method + " takes two bodies, but a request has one")
                    .because("Take a record with both as its components."));
        }
        if (!bodies.isEmpty() && route.takesForm()) {
            problems.add(Problem.of(
                    Code.BODY_USE,
                    bodies.get(0).place(),
                    method + " takes a body and parts of a form, but the form is the body"));
        }
        if ((!bodies.isEmpty() || route.takesForm()) && route.isRead()) {
            problems.add(Problem.of(
                            Code.BODY_USE, route.place(), method + " answers " + route.method() + ", which has no body")
                    .because("Clients, proxies and caches may drop it.")
                    .fix("@Post, or @Query for each value"));
        }
    }
}
