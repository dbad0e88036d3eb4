package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ClientScan;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.ViewScan;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.Map;

/** Rules for clients of views. What is wrong with a view itself is said where it is compiled. */
public final class ClientChecks {
    private ClientChecks() {}

    /**
     * Everything that keeps a client from being written.
     *
     * @param first who asked for a client of each view before, by the view's qualified name
     */
    public static Problems run(ClientScan client, String asking, Map<String, String> first) {
        Problems problems = new Problems();
        String name = client.named().display();
        if (client.view().isEmpty()) {
            problems.add(Problem.of(Code.CLIENT_VIEW, client.place(), name + " is not a view, so it has no client")
                    .because("Clients are of classes with @View, whose methods answer requests."));
            return problems;
        }
        String before = first.getOrDefault(client.named().qualifiedName(), asking);
        if (!before.equals(asking)) {
            problems.add(Problem.of(
                            Code.CLIENT_TWICE, client.place(), before + " asks for the client of " + name + " already")
                    .because("It is written once, for all tests of the view's package.")
                    .because("Leave it to " + before + ", or name all views in one place."));
        }
        if (!client.compiledNow() && !hasNames(client.view().get())) {
            problems.add(Problem.of(
                            Code.CLIENT_NAMES,
                            client.place(),
                            "The class file of " + name + " does not tell how the parameters of its methods are called")
                    .because("Parameters of the path, the query and forms are sent by their names.")
                    .because(
                            "Compile the views with -g, as build tools and IDEs do by themselves, or for javac with -parameters.")
                    .fix("<parameters>true</parameters>"));
        }
        return problems;
    }

    /** Whether the view itself is sound; if its source is compiled now, somebody else says what is wrong. */
    public static boolean isSound(ClientScan client) {
        return client.view()
                .filter(view -> view.unresolved().isEmpty())
                .filter(view -> !client.compiledNow() || ViewChecks.run(view).isEmpty())
                .isPresent();
    }

    /** Class files without names have {@code arg0}, {@code arg1}. */
    private static boolean hasNames(ViewScan scan) {
        for (RouteDef route : scan.view().routes()) {
            List<ParameterDef> parameters = route.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).name().equals("arg" + i)) {
                    return false;
                }
            }
        }
        return true;
    }
}
