package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.Nearest;
import dev.plectrum.processor.model.ExampleDef;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonText;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.JsonValue;
import dev.plectrum.processor.model.ResultDef.Reply;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.ValueRule;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Examples must be what a client could send, or a view could answer. */
final class ExampleChecks {
    private final JsonTypes types;
    private final Problems problems;

    ExampleChecks(JsonTypes types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** Examples of values with this form, and whose they are: {@code Product.price}. */
    void check(List<ExampleDef> examples, JsonForm form, List<ValueRule> rules, String owner) {
        for (ExampleDef example : examples) {
            List<ValueRule> all = new ArrayList<>(rules);
            all.addAll(example.rules());
            try {
                new One(example, owner).judge(example.value(form), form, all, "");
            } catch (JsonText.Malformed e) {
                problems.add(marked(
                        Problem.of(
                                Code.EXAMPLE_JSON,
                                example.place(),
                                owner + " has an example that is not JSON: " + e.why()),
                        example.text(),
                        new JsonValue.At(e.offset(), e.offset() + 1)));
            }
        }
    }

    /** Examples of texts with this form. */
    void check(List<ExampleDef> examples, TextForm form, List<ValueRule> rules, String owner) {
        for (ExampleDef example : examples) {
            One one = new One(example, owner);
            Optional<String> flaw = ExampleTexts.flaw(form, example.text());
            if (flaw.isPresent()) {
                one.wrong(example.value(form), "", "is not " + flaw.get(), hint(form, example.text()));
            } else {
                one.rules(example.value(form), each(rules, example.rules()), "");
            }
        }
    }

    /** What holds for a list's elements is what holds for each of its examples. */
    private static List<ValueRule> each(List<ValueRule> rules, List<ValueRule> more) {
        boolean list = rules.stream().anyMatch(ValueRule.Each.class::isInstance);
        List<ValueRule> all = new ArrayList<>(more);
        for (ValueRule rule : rules) {
            if (rule instanceof ValueRule.Each each) {
                all.add(each.rule());
            } else if (!list) {
                all.add(rule);
            }
        }
        return all;
    }

    /** Examples of what a method answers. */
    void answers(List<ExampleDef> examples, Reply reply, String method) {
        String owner = method + "'s answer";
        if (reply instanceof Reply.Either either) {
            answers(examples, either.success(), method);
        } else if (reply instanceof Reply.Json json) {
            check(examples, json.form(), List.of(), owner);
        } else if (reply instanceof Reply.Created created) {
            check(examples, created.form(), List.of(), owner);
        } else if (reply instanceof Reply.Stream stream) {
            check(examples, stream.form(), List.of(), owner);
        } else if (reply instanceof Reply.Events events) {
            check(examples, events.form(), List.of(), owner);
        } else if (!(reply instanceof Reply.Text)) {
            unused(examples, owner + " has an example, but nothing says what is in it", "A record, a text or a list.");
        }
    }

    /** Examples where the API's description has no place for them. */
    void unused(List<ExampleDef> examples, String message, String why) {
        examples.forEach(example -> problems.add(
                Problem.of(Code.EXAMPLE_USE, example.place(), message).because(why)));
    }

    private static List<String> hint(TextForm form, String text) {
        return form instanceof TextForm.Constants constants ? near(text, constants.words()) : List.of();
    }

    private static List<String> near(String text, Iterable<String> words) {
        List<String> known = new ArrayList<>();
        words.forEach(known::add);
        return Nearest.to(text, known)
                .map(near -> List.of("Did you mean \"" + near + "\"?"))
                .orElse(List.of());
    }

    /** The line of the text in which it stands, with a mark below; nothing for what is a whole text. */
    private static Problem marked(Problem problem, String text, JsonValue.At at) {
        int start = Math.min(at.start(), text.length());
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        if (line.isBlank() || at.end() - at.start() == text.length()) {
            return problem;
        }
        int marks = Math.max(1, Math.min(at.end(), lineStart + line.length()) - start);
        return problem.because(line).because(" ".repeat(start - lineStart) + "^".repeat(marks));
    }

    /** One example, being judged. */
    private final class One {
        private final ExampleDef example;
        private final String owner;

        One(ExampleDef example, String owner) {
            this.example = example;
            this.owner = owner;
        }

        void wrong(JsonValue value, String path, String why, List<String> lines) {
            String written =
                    example.text().substring(value.at().start(), value.at().end());
            boolean whole = written.length() == example.text().length();
            String line = written.lines().findFirst().orElse("");
            String shown = !whole || line.startsWith("{") || line.startsWith("[") ? line : "\"" + line + "\"";
            String which = path.isEmpty() ? "the example " + shown : "an example whose " + path + " is " + shown;
            add(value, owner + " has " + which + ", which " + why, lines);
        }

        private void add(JsonValue value, String message, List<String> lines) {
            Problem problem =
                    marked(Problem.of(Code.EXAMPLE_VALUE, example.place(), message), example.text(), value.at());
            for (String line : lines) {
                problem = problem.because(line);
            }
            problems.add(problem);
        }

        private void wrong(JsonValue value, String path, String why) {
            wrong(value, path, why, List.of());
        }

        void judge(JsonValue value, JsonForm form, List<ValueRule> rules, String path) {
            if (form instanceof JsonForm.Held held) {
                List<ValueRule> all = new ArrayList<>(rules);
                all.addAll(held.rules());
                judge(value, held.value(), all, path);
            } else if (form instanceof JsonForm.GivenOf given) {
                if (!(value instanceof JsonValue.Nothing) || !given.nullable()) {
                    judge(value, given.value(), rules, path);
                }
            } else if (form instanceof JsonForm.ReferenceTo reference) {
                judge(value, reference.key(), rules, path);
            } else if (form instanceof JsonForm.Simple simple) {
                Optional<String> flaw = ExampleTexts.flaw(simple, value);
                flaw.ifPresentOrElse(why -> wrong(value, path, why), () -> rules(value, rules, path));
            } else if (form instanceof JsonForm.Constants constants) {
                constant(value, constants, path);
            } else if (form instanceof JsonForm.ListOf list) {
                if (value instanceof JsonValue.Items items) {
                    rules(value, rules, path);
                    items(items, list.element(), path);
                } else {
                    wrong(value, path, "is not an array, as a " + list.java().display() + " is");
                }
            } else if (value instanceof JsonValue.Members object) {
                members(object, form, rules, path);
            } else {
                wrong(value, path, "is not an object, as a " + form.java().display() + " is");
            }
        }

        private void items(JsonValue.Items items, JsonForm element, String path) {
            for (int i = 0; i < items.items().size(); i++) {
                judge(items.items().get(i), element, List.of(), path + "[" + i + "]");
            }
        }

        private void constant(JsonValue value, JsonForm.Constants constants, String path) {
            if (!(value instanceof JsonValue.Text text) || !constants.words().contains(text.value())) {
                wrong(
                        value,
                        path,
                        "is not one of " + String.join(", ", constants.words()),
                        value instanceof JsonValue.Text text ? near(text.value(), constants.words()) : List.of());
            }
        }

        private void members(JsonValue.Members value, JsonForm form, List<ValueRule> rules, String path) {
            if (form instanceof JsonForm.MapOf map) {
                rules(value, rules, path);
                value.members().forEach((name, member) -> judge(member, map.value(), List.of(), below(path, name)));
            } else if (form instanceof JsonForm.PageOf page) {
                boolean byKey = page.java().simpleName().equals("KeyPage");
                Set<String> names =
                        byKey ? Set.of("items", "next") : Set.of("items", "number", "size", "hasNext", "total");
                names(value, names, names, form.java().display(), path);
                if (value.members().get("items") instanceof JsonValue.Items items) {
                    items(items, page.element(), below(path, "items"));
                }
            } else if (form instanceof JsonForm.DeletedRows) {
                Set<String> names = Set.of("total", "byModel");
                names(value, names, names, "Deleted", path);
            } else if (form instanceof JsonForm.AnyReference) {
                Set<String> names = Set.of("kind", "id");
                names(value, names, names, form.java().display(), path);
            } else if (form instanceof JsonForm.DraftOf draft) {
                object(value, draft.body(), Set.of(), path);
            } else if (form instanceof JsonForm.ObjectOf one) {
                object(value, types.object(one.java()), Set.of(), path);
            }
        }

        private void object(JsonValue.Members value, JsonObjectDef object, Set<String> besides, String path) {
            if (object.union().isPresent()) {
                union(value, object, object.union().get(), path);
                return;
            }
            Set<String> known = new TreeSet<>(besides);
            Set<String> required = new TreeSet<>();
            for (JsonFieldDef field : object.fields()) {
                known.add(field.name());
                if (field.required()) {
                    required.add(field.name());
                }
            }
            names(value, known, required, object.java().display(), path);
            for (JsonFieldDef field : object.fields()) {
                JsonValue member = value.members().get(field.name());
                boolean isNull = member instanceof JsonValue.Nothing && field.nullable();
                if (member != null && !isNull) {
                    judge(member, field.form(), field.rules(), below(path, field.name()));
                }
            }
        }

        private void union(JsonValue.Members value, JsonObjectDef object, JsonObjectDef.Union union, String path) {
            JsonValue kind = value.members().get(union.discriminator());
            String word = kind instanceof JsonValue.Text text ? text.value() : "";
            for (JsonObjectDef.Variant variant : union.variants()) {
                if (variant.word().equals(word)) {
                    object(value, types.object(variant.java()), Set.of(union.discriminator()), path);
                    return;
                }
            }
            List<String> words =
                    union.variants().stream().map(JsonObjectDef.Variant::word).toList();
            String kinds = "one of " + String.join(", ", words);
            if (kind == null) {
                wrong(
                        value,
                        path,
                        "does not say which " + object.java().display() + " it is",
                        List.of("Its \"" + union.discriminator() + "\" is " + kinds + "."));
            } else {
                wrong(kind, below(path, union.discriminator()), "is not " + kinds, near(word, words));
            }
        }

        /** Fields that are not there, and fields that there are not. */
        private void names(JsonValue.Members value, Set<String> known, Set<String> required, String type, String path) {
            for (Map.Entry<String, JsonValue> member : value.members().entrySet()) {
                if (!known.contains(member.getKey())) {
                    wrong(
                            member.getValue(),
                            below(path, member.getKey()),
                            "is no field of " + type,
                            near(member.getKey(), known));
                }
            }
            for (String name : new TreeSet<>(required)) {
                if (!value.members().containsKey(name)) {
                    String without = path.isEmpty() ? "without" : "whose " + path + " has no";
                    add(
                            value,
                            owner + " has an example " + without + " \"" + name + "\", which every " + type + " has",
                            List.of());
                }
            }
        }

        private void rules(JsonValue value, List<ValueRule> rules, String path) {
            for (ValueRule rule : rules) {
                ExampleTexts.broken(rule, value).ifPresent(why -> wrong(value, path, why));
            }
        }

        private String below(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }
    }
}
