package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.Nearest;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.RouteAccess;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a method's annotations say must fit together. */
final class RouteChecks {
    private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,8}/([1-9][0-9]{0,5})?(s|min|h|d)");
    private static final int FIRST_STATUS = 200;
    private static final int LAST_STATUS = 599;

    private final RouteDef route;
    private final Problems problems;
    private final String name;

    RouteChecks(ViewDef view, RouteDef route, Problems problems) {
        this.route = route;
        this.problems = problems;
        this.name = view.java().simpleName() + "." + route.name();
    }

    void check() {
        if (!route.flaw().isEmpty()) {
            problems.add(
                    Problem.of(Code.ROUTE_METHOD, route.place(), name + " answers requests, but it " + route.flaw())
                            .because("Generated code in the same package calls it on one object of the class."));
        }
        path();
        access();
        limits();
        status();
        if (route.waits() && route.isSocket()) {
            problems.add(waitingSocket(name, route.place()));
        } else if (route.waits() && route.result().future()) {
            problems.add(Problem.of(
                            Code.ROUTE_WAITING,
                            route.place(),
                            name + " runs on a virtual thread, but it returns a Future")
                    .because("A method that may wait awaits its futures and returns the value itself.")
                    .fix(route.result().java().display() + " " + route.name() + "(…)"));
        }
        if (route.isSocket()) {
            socket();
        }
    }

    /** A method for WebSockets that wants to wait. */
    static Problem waitingSocket(String method, Place place) {
        return Problem.of(Code.ROUTE_WAITING, place, method + " runs on a virtual thread, but it serves a WebSocket")
                .because(
                        "What a socket tells of comes one after the other on its event loop, which nobody may hold up.")
                .because("Return a Future: the next message waits for it.");
    }

    private void path() {
        if (!route.path().flaw().isEmpty()) {
            problems.add(Problem.of(
                            Code.ROUTE_PATH,
                            route.pathPlace(),
                            name + " has the path \"" + route.path().text() + "\", but "
                                    + route.path().flaw())
                    .because("A path looks like \"/products/{id}\", \"/reports/{year}.csv\" or \"/files/{path...}\"."));
            return;
        }
        List<String> nowhere = route.parameters().stream()
                .filter(parameter -> parameter.source() instanceof Source.Nowhere)
                .map(ParameterDef::name)
                .toList();
        for (String parameter : route.path().parameters()) {
            boolean taken = route.parameters().stream()
                    .anyMatch(one -> one.name().equals(parameter) && one.source() instanceof Source.Path);
            if (!taken) {
                Problem problem = Problem.of(
                        Code.ROUTE_UNTAKEN,
                        route.pathPlace(),
                        name + " has {" + parameter + "} in its path, but takes no parameter of that name");
                problems.add(Nearest.to(parameter, nowhere)
                        .map(near -> problem.because("Did you mean {" + near + "}?")
                                .fix("\"" + route.path().text().replace("{" + parameter, "{" + near) + "\""))
                        .orElseGet(() -> problem.fix(route.name() + "(long " + parameter + ")")));
            }
        }
    }

    private void access() {
        if (route.access() instanceof RouteAccess.Contradictory both) {
            problems.add(Problem.of(
                            Code.ROUTE_ACCESS,
                            both.place(),
                            name + " is both @" + String.join(" and @", both.annotations()))
                    .because("One of them says who may ask. What a method says replaces what its class says."));
        }
    }

    private void limits() {
        RouteDef.Rate rate = route.limits().rate();
        if (rate != null && !RATE.matcher(rate.text()).matches()) {
            problems.add(Problem.of(
                            Code.ROUTE_LIMIT,
                            rate.place(),
                            name + " has the rate limit \"" + rate.text() + "\", which cannot be read")
                    .because("A number of requests and a period: the units are s, min, h and d.")
                    .fix("@RateLimit(\"100/min\")"));
        }
        span(route.limits().timeout(), "timeout", "@Timeout(\"5s\")");
        RouteDef.Cache cache = route.limits().cache();
        if (cache != null) {
            span(cache.age(), "cache time", "@CacheFor(\"1h\")");
        }
    }

    private void span(RouteDef.@Nullable Span span, String what, String fix) {
        if (span != null && span.amount().isEmpty()) {
            problems.add(Problem.of(
                            Code.ROUTE_LIMIT,
                            span.place(),
                            name + " has the " + what + " \"" + span.text() + "\", which cannot be read")
                    .because("A number and a unit: the units are ms, s, min, h and d.")
                    .fix(fix));
        }
    }

    private void status() {
        if (route.status() != 0 && (route.status() < FIRST_STATUS || route.status() > LAST_STATUS)) {
            problems.add(Problem.of(
                            Code.ROUTE_STATUS,
                            route.place(),
                            name + " has the status " + route.status() + ", which no answer can have")
                    .because("Statuses of answers are " + FIRST_STATUS + " to " + LAST_STATUS + "."));
        }
    }

    private void socket() {
        boolean speaks = route.takes(Source.WebSocket.class);
        if (!speaks || !route.result().isVoid()) {
            problems.add(Problem.of(
                            Code.ROUTE_SOCKET,
                            route.place(),
                            name + " answers a WebSocket, so it takes a Conversation and returns nothing")
                    .fix("void " + route.name() + "(Conversation<Question, Answer> socket)"));
        }
    }
}
