package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ApplicationDef;
import dev.plectrum.processor.model.ApplicationDef.ViewUse;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The views of an application must be such that its registry can build them, and must not answer the same requests. */
public final class ApplicationChecks {
    private ApplicationChecks() {}

    /** Everything that is wrong with an application, given the names of all applications of the compilation. */
    public static Problems run(ApplicationDef application, Collection<String> applications) {
        Problems problems = new Problems();
        if (applications.size() > 1) {
            problems.add(Problem.of(
                            Code.APPLICATION_TWO,
                            application.place(),
                            "There are two applications: " + String.join(" and ", applications))
                    .because("The one registry lists every view that is compiled here."));
        }
        for (ViewUse use : application.views()) {
            constructor(application, use, problems);
        }
        alike(application, problems);
        return problems;
    }

    private static void constructor(ApplicationDef application, ViewUse use, Problems problems) {
        ViewDef view = use.view();
        String name = view.java().simpleName();
        for (Unresolved missing : use.unresolved()) {
            problems.add(
                    Problem.of(
                                    Code.VIEW_UNRESOLVED,
                                    missing.place(),
                                    "The constructor of " + name + " names the type " + missing.type()
                                            + ", which cannot be found")
                            .because(
                                    "Neither the sources, nor the class path, nor another processor declares it. Is an import missing?"));
        }
        if (!use.isVisible()) {
            problems.add(Problem.of(
                            Code.VIEW_OUT_OF_SIGHT,
                            view.place(),
                            application.registry().simpleName() + " cannot build " + name
                                    + ": the class or its constructor is out of its sight")
                    .because("The registry is in the package of "
                            + application.java().simpleName() + ", "
                            + application.java().packageName() + ".")
                    .fix("public class " + name + " with a public constructor"));
        } else if (use.constructors() > 1) {
            problems.add(Problem.of(
                            Code.VIEW_CONSTRUCTOR,
                            view.place(),
                            name + " has " + use.constructors() + " constructors that "
                                    + application.registry().simpleName() + " could call")
                    .because("Leave it one, and make the others private."));
        }
    }

    private static void alike(ApplicationDef application, Problems problems) {
        Map<String, String> answered = new HashMap<>();
        Map<String, ViewDef> owners = new HashMap<>();
        for (ViewUse use : application.views()) {
            for (RouteDef route : use.view().routes()) {
                if (!route.path().flaw().isEmpty()) {
                    continue;
                }
                String key = route.method() + " " + route.path().shape();
                String name = use.view().java().simpleName() + "." + route.name();
                String first = answered.putIfAbsent(key, name);
                ViewDef owner = owners.putIfAbsent(key, use.view());
                // Two routes of one view are that view's own problem.
                if (first != null && !use.view().equals(owner)) {
                    problems.add(ViewChecks.twice(route, first, name, route.pathPlace()));
                }
            }
        }
    }
}
