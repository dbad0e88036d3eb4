package dev.plectrum.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which package may use which: the table is the architecture. It has every package of ours that users depend on, and to its right those
 * of ours and of other projects that it uses; the JDK's {@code java.*} and JSpecify are everybody's. A row that says too much fails as
 * one that says too little does, so what is read here is true.
 */
class ArchitectureTest {
    private static final String ALLOWED = """
            annotations          |
            annotations.web      |

            devservices          | org.apache.commons.compress, orm.exec

            orm                  | annotations, io.vertx.core, io.vertx.sqlclient, orm.error, orm.exec, orm.query, orm.schema, orm.sql, orm.type
            orm.error            |
            orm.evaluate         |
            orm.exec             | io.netty, io.vertx.core, io.vertx.pgclient, io.vertx.sqlclient, javax.net.ssl, orm.error, orm.schema, orm.sql, orm.type
            orm.plan             | orm.query
            orm.query            | orm.error, orm.type
            orm.schema           | orm.query
            orm.sql              | orm.plan, orm.query, orm.type
            orm.type             | com.fasterxml.jackson, io.vertx.core, io.vertx.pgclient, io.vertx.sqlclient, orm.error

            processor            | com.google.auto, com.palantir.javapoet, javax.annotation.processing, javax.lang.model, javax.tools, processor.emit, processor.model, processor.report, processor.scan, processor.validate
            processor.emit       | com.palantir.javapoet, javax.lang.model, processor.expression, processor.model
            processor.expression |
            processor.model      | javax.lang.model, processor.expression
            processor.report     | com.sun.source, javax.annotation.processing, javax.lang.model, javax.tools, processor.model
            processor.scan       | javax.lang.model, processor.expression, processor.model, processor.report
            processor.validate   | processor.expression, processor.model, processor.report

            testing              | io.vertx.core, io.vertx.sqlclient, org.junit, org.opentest4j, orm.error, orm.exec, orm.sql

            web                  | io.vertx.core, orm, orm.error, orm.exec, web.api, web.error, web.input, web.json, web.limit, web.routing, web.security, web.server, web.session, web.socket, web.text
            web.api              | io.vertx.core, web
            web.error            | io.netty
            web.files            | io.vertx.core, web, web.error
            web.input            | web.error
            web.json             | com.fasterxml.jackson, io.netty, io.vertx.core, orm, web, web.error, web.input, web.text
            web.limit            | io.vertx.core, io.vertx.sqlclient, orm.exec, orm.sql
            web.observe          | io.micrometer, io.opentelemetry, io.vertx.core, orm.exec, orm.sql, web, web.routing, web.server
            web.routing          | io.vertx.core, web.input
            web.security         | io.vertx.core, javax.crypto, web, web.error, web.input, web.session
            web.server           | io.netty, io.vertx.core, orm.error, orm.exec, web, web.error, web.input, web.json, web.limit, web.routing, web.security, web.session, web.socket, web.text
            web.session          | io.vertx.core, io.vertx.sqlclient, orm.exec, orm.sql, web, web.error, web.input, web.json, web.security
            web.socket           | io.vertx.core, web, web.json
            web.testing          | io.vertx.core, orm, web, web.error, web.input, web.json, web.security, web.server
            web.text             | io.netty, io.vertx.core
            """;

    private static final String OURS = "dev.plectrum.";
    private static final List<String> EVERYBODYS = List.of("java.", "org.jspecify.");

    /** Packages of other projects by the names that the table has for them; what has none here is told by its whole name. */
    private static final List<String> OTHERS = List.of(
            "com.fasterxml.jackson",
            "com.google.auto",
            "com.palantir.javapoet",
            "com.sun.source",
            "io.micrometer",
            "io.netty",
            "io.opentelemetry",
            "io.vertx.core",
            "io.vertx.pgclient",
            "io.vertx.sqlclient",
            "io.zonky",
            "javax.annotation.processing",
            "javax.crypto",
            "javax.lang.model",
            "javax.net.ssl",
            "javax.tools",
            "org.apache.commons.compress",
            "org.junit",
            "org.opentest4j",
            "org.tukaani.xz");

    @Test
    void packagesUseWhatTheTableSaysAndNothingElse() {
        assertThat(table()).isEqualTo(ALLOWED.replace("\n\n", "\n"));
    }

    private static String table() {
        // Of others' classes the names are enough.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("dev.plectrum")) {
            if (!type.getPackageName().startsWith(OURS + "it")) {
                Set<String> used = uses.computeIfAbsent(shortName(type.getPackageName()), name -> new TreeSet<>());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    add(dependency.getTargetClass().getBaseComponentType(), used);
                }
            }
        }
        uses.forEach((name, used) -> used.remove(name));
        int width = uses.keySet().stream().mapToInt(String::length).max().orElse(0);
        return uses.entrySet().stream()
                .map(row -> (row.getKey() + " ".repeat(width - row.getKey().length()) + " | "
                                + String.join(", ", row.getValue()))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void add(JavaClass used, Set<String> names) {
        String name = used.getPackageName() + ".";
        if (!used.isPrimitive() && EVERYBODYS.stream().noneMatch(name::startsWith)) {
            names.add(shortName(used.getPackageName()));
        }
    }

    /** Ours without what all have in common; others' by their names in the list. */
    private static String shortName(String name) {
        return name.startsWith(OURS)
                ? name.substring(OURS.length())
                : OTHERS.stream()
                        .filter(other -> (name + ".").startsWith(other + "."))
                        .findFirst()
                        .orElse(name);
    }
}
