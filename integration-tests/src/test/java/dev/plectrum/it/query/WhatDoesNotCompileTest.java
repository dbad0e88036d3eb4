package dev.plectrum.it.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in queries that the compiler finds, with all that it says: a beginner has to be able to read it. */
class WhatDoesNotCompileTest {
    @TempDir
    Path classes;

    /** What javac says to a method that returns this, without the file's name and the lines around. */
    private String refusal(String expression) throws IOException {
        String source = """
                package dev.plectrum.it.query;
                import static dev.plectrum.orm.query.Functions.*;
                import java.time.*;
                class Wrong {
                Object it(BlogQuerySet blogs, EntryQuerySet entries, SpecimenQuerySet specimens) { return
                %s;
                } }
                """.formatted(expression);
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Wrong.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        StringWriter said = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        boolean compiled;
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            compiled = javac.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            null,
                            List.of(file))
                    .call();
        }
        assertThat(compiled).isEqualTo(said.toString().isEmpty());
        return said.toString()
                .replaceAll("\\R", "\n")
                .replaceAll("(?m)^/Wrong\\.java:6: ", "")
                // How javac offers to say the same at greater length.
                .replaceAll("(?m)^Note: Some messages have been simplified.*\n", "");
    }

    @Test
    void whatIsRightCompiles() throws IOException {
        assertThat(refusal("entries.filter(e -> e.headline.eq(\"x\").and(e.rating.gt(5)))"))
                .isEmpty();
    }

    @Test
    void aValueOfTheWrongType() throws IOException {
        assertThat(refusal("entries.filter(e -> e.headline.eq(5))")).isEqualTo("""
                error: no suitable method found for eq(int)
                entries.filter(e -> e.headline.eq(5));
                                              ^
                    method Expression.eq(String) is not applicable
                      (argument mismatch; int cannot be converted to String)
                    method Expression.eq(Expression<String>) is not applicable
                      (argument mismatch; int cannot be converted to Expression<String>)
                1 error
                """);
        assertThat(refusal("specimens.filter(s -> s.colour.eq(\"RED\"))")).startsWith("""
                error: no suitable method found for eq(String)
                specimens.filter(s -> s.colour.eq("RED"));
                                              ^
                    method Expression.eq(Colour) is not applicable
                      (argument mismatch; String cannot be converted to Colour)
                """);
        assertThat(refusal("entries.filter(e -> e.rating.in(\"a\", \"b\"))")).isEqualTo("""
                error: incompatible types: String cannot be converted to long
                entries.filter(e -> e.rating.in("a", "b"));
                                                ^
                1 error
                """);
    }

    @Test
    void aMomentWithoutAZoneForOneThatHasOne() throws IOException {
        assertThat(refusal("entries.filter(e -> e.at.gt(LocalDateTime.now()))")).isEqualTo("""
                error: no suitable method found for gt(LocalDateTime)
                entries.filter(e -> e.at.gt(LocalDateTime.now()));
                                        ^
                    method OrderedExpression.gt(Instant) is not applicable
                      (argument mismatch; LocalDateTime cannot be converted to Instant)
                    method OrderedExpression.gt(Expression<Instant>) is not applicable
                      (argument mismatch; LocalDateTime cannot be converted to Expression<Instant>)
                1 error
                """);
    }

    @Test
    void aColumnOfAnotherType() throws IOException {
        assertThat(refusal("entries.filter(e -> e.rating.gt(e.headline))")).isEqualTo("""
                error: no suitable method found for gt(TextColumn)
                entries.filter(e -> e.rating.gt(e.headline));
                                            ^
                    method OrderedExpression.gt(Integer) is not applicable
                      (argument mismatch; TextColumn cannot be converted to Integer)
                    method OrderedExpression.gt(Expression<Integer>) is not applicable
                      (argument mismatch; TextColumn cannot be converted to Expression<Integer>)
                    method NumberExpression.gt(long) is not applicable
                      (argument mismatch; TextColumn cannot be converted to long)
                1 error
                """);
        assertThat(refusal("entries.filter(e -> e.rating.in(blogs.values(b -> b.name)))"))
                .startsWith("""
                error: incompatible types: inference variable T has incompatible equality constraints Integer,String
                entries.filter(e -> e.rating.in(blogs.values(b -> b.name)));
                                                            ^
                """);
    }

    @Test
    void aFieldOfAnotherModel() throws IOException {
        assertThat(refusal("blogs.filter(b -> b.rating.eq(1))")).isEqualTo("""
                error: cannot find symbol
                blogs.filter(b -> b.rating.eq(1));
                                   ^
                  symbol:   variable rating
                  location: variable b of type BlogFields
                1 error
                """);
        assertThat(refusal("entries.filter(e -> e.blog.eq(new Writer()))")).isEqualTo("""
                error: no suitable method found for eq(Writer)
                entries.filter(e -> e.blog.eq(new Writer()));
                                          ^
                    method RefColumn.eq(Blog) is not applicable
                      (argument mismatch; Writer cannot be converted to Blog)
                    method RefColumn.eq(Reference<Blog>) is not applicable
                      (argument mismatch; Writer cannot be converted to Reference<Blog>)
                1 error
                """);
        assertThat(refusal("entries.asave(new Blog())")).startsWith("""
                error: no suitable method found for asave(Blog)
                entries.asave(new Blog());
                       ^
                    method QuerySet.asave(Entry) is not applicable
                      (argument mismatch; Blog cannot be converted to Entry)
                """);
    }

    @Test
    void aPathThatLeadsNowhere() throws IOException {
        assertThat(refusal("entries.filter(e -> e.blog().title.eq(\"x\"))")).isEqualTo("""
                error: cannot find symbol
                entries.filter(e -> e.blog().title.eq("x"));
                                            ^
                  symbol:   variable title
                  location: class BlogFields
                1 error
                """);
        assertThat(refusal("entries.orderBy(e -> e.blgo().name)")).isEqualTo("""
                error: cannot find symbol
                entries.orderBy(e -> e.blgo().name);
                                      ^
                  symbol:   method blgo()
                  location: variable e of type EntryFields
                1 error
                """);
        assertThat(refusal("blogs.filter(b -> b.entries().any(e -> e.name.eq(\"x\")))"))
                .isEqualTo("""
                error: cannot find symbol
                blogs.filter(b -> b.entries().any(e -> e.name.eq("x")));
                                                        ^
                  symbol:   variable name
                  location: variable e of type EntryFields
                1 error
                """);
    }

    @Test
    void aLookupThatTheTypeDoesNotHave() throws IOException {
        assertThat(refusal("entries.filter(e -> e.rating.contains(\"5\"))")).isEqualTo("""
                error: cannot find symbol
                entries.filter(e -> e.rating.contains("5"));
                                            ^
                  symbol:   method contains(String)
                  location: variable rating of type NumberColumn<Integer>
                1 error
                """);
        assertThat(refusal("specimens.filter(s -> s.flag.gt(true))")).isEqualTo("""
                error: cannot find symbol
                specimens.filter(s -> s.flag.gt(true));
                                            ^
                  symbol:   method gt(boolean)
                  location: variable flag of type BooleanColumn
                1 error
                """);
    }

    @Test
    void aNullThatCouldOnlyBeAMistake() throws IOException {
        assertThat(refusal("entries.filter(e -> e.headline.eq(null))")).isEqualTo("""
                error: reference to eq is ambiguous
                entries.filter(e -> e.headline.eq(null));
                                              ^
                  both method eq(T) in Expression and method eq(Expression<T>) in Expression match
                  where T is a type-variable:
                    T extends Object declared in class Expression
                1 error
                """);
    }

    @Test
    void whatIsNoCondition() throws IOException {
        assertThat(refusal("entries.filter(e -> e.headline.equals(\"x\"))")).isEqualTo("""
                error: incompatible types: bad return type in lambda expression
                entries.filter(e -> e.headline.equals("x"));
                                                     ^
                    boolean cannot be converted to Condition
                1 error
                """);
        assertThat(refusal("entries.filter(e -> e.headline)")).isEqualTo("""
                error: incompatible types: bad return type in lambda expression
                entries.filter(e -> e.headline);
                                     ^
                    TextColumn cannot be converted to Condition
                1 error
                """);
    }

    @Test
    void anUpdateThatSetsNothingOrTheWrongThing() throws IOException {
        assertThat(refusal("entries.aupdate(e -> e.rating.eq(5))")).startsWith("""
                error: method aupdate in class QuerySet<M,F,D,Q> cannot be applied to given types;
                entries.aupdate(e -> e.rating.eq(5));
                               ^
                  required: Function<EntryFields,Assignment>[]
                  found:    (e)->e.rating.eq(5)
                  reason: varargs mismatch; bad return type in lambda expression
                      Condition cannot be converted to Assignment
                """);
        assertThat(refusal("entries.aupdate(e -> e.rating.set(e.headline))")).startsWith("""
                error: no suitable method found for set(TextColumn)
                entries.aupdate(e -> e.rating.set(e.headline));
                                             ^
                """);
    }

    @Test
    void aDraftOfWhatIsNotThereOrCannotBeWritten() throws IOException {
        assertThat(refusal("entries.acreate(e -> e.rating(\"x\"))")).isEqualTo("""
                error: incompatible types: String cannot be converted to int
                entries.acreate(e -> e.rating("x"));
                                              ^
                1 error
                """);
        assertThat(refusal("entries.acreate(e -> e.score(5))")).isEqualTo("""
                error: cannot find symbol
                entries.acreate(e -> e.score(5));
                                      ^
                  symbol:   method score(int)
                  location: variable e of type EntryDraft
                1 error
                """);
    }

    @Test
    void aFieldThatWasNotFetchedAndCouldBeTakenForNull() throws IOException {
        assertThat(refusal("entries.only(e -> e.rating).alist().map(rows -> rows.get(0).headline)"))
                .isEqualTo("""
                error: cannot find symbol
                entries.only(e -> e.rating).alist().map(rows -> rows.get(0).headline);
                                                                           ^
                  symbol:   variable headline
                  location: class Partial<Entry,EntryFields>
                1 error
                """);
    }
}
