package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong, as users read it. */
class ExpressionProblemTest {
    private static final Set<ExpressionProblem.Code> SEEN = EnumSet.noneOf(ExpressionProblem.Code.class);

    @AfterAll
    static void everyCodeHasATest() {
        assertThat(SEEN).containsExactlyInAnyOrder(ExpressionProblem.Code.values());
    }

    @Test
    void theNearestFieldIsSuggested() {
        assertThat(problems("prise >= 0", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "prise"
                  prise >= 0
                  ^^^^^
                  Did you mean "price"? Fields: name, description, price, discount, stock, active, createdAt, availableFrom, status, email, address.city, category, data, tags, stockValue, shout
                  Fix: price >= 0""");
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        assertThat(problems("prise > 0 AND nme = 'x' AND active = 1", Purpose.check()))
                .isEqualTo("""
                [Expression.UnknownField] Product has no field "prise"
                  prise > 0 AND nme = 'x' AND active = 1
                  ^^^^^
                  Did you mean "price"? Fields: name, description, price, discount, stock, active, createdAt, availableFrom, status, email, address.city, category, data, tags, stockValue, shout
                  Fix: price > 0 AND nme = 'x' AND active = 1
                [Expression.UnknownField] Product has no field "nme"
                  prise > 0 AND nme = 'x' AND active = 1
                                ^^^
                  Did you mean "name"? Fields: name, description, price, discount, stock, active, createdAt, availableFrom, status, email, address.city, category, data, tags, stockValue, shout
                  Fix: prise > 0 AND name = 'x' AND active = 1
                [Expression.TypeMismatch] "=" does not go between boolean and integer
                  prise > 0 AND nme = 'x' AND active = 1
                                              ^^^^^^^^^^""");
    }

    @Test
    void aColumnIsNotAField() {
        assertThat(problems("created_at IS NULL", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "created_at"
                  created_at IS NULL
                  ^^^^^^^^^^
                  That is the column; expressions name the field, "createdAt"
                  Fix: createdAt IS NULL""");
    }

    @Test
    void aConstantWantsQuotes() {
        assertThat(problems("status = DRAFT", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "DRAFT"
                  status = DRAFT
                           ^^^^^
                  The constant of an enum is written in quotes
                  Fix: status = 'DRAFT'""");
    }

    @Test
    void aTextWantsSingleQuotes() {
        assertThat(problems("name = \"tea\"", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "tea"
                  name = "tea"
                         ^^^^^
                  Double quotes stand around names; a text stands between single quotes
                  Fix: name = 'tea'""");
    }

    @Test
    void anExpressionDoesNotFollowRelations() {
        assertThat(problems("category.name = 'Toys'", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "category.name"
                  category.name = 'Toys'
                  ^^^^^^^^^^^^^
                  An expression sees its own row only, and cannot look into "category"
                  Fields: name, description, price, discount, stock, active, createdAt, availableFrom, status, email, address.city, category, data, tags, stockValue, shout""");
    }

    @Test
    void aFieldOfAnEmbeddedValueIsNamedWithDots() {
        assertThat(problems("address.cty = 'Ulm'", Purpose.check())).isEqualTo("""
                [Expression.UnknownField] Product has no field "address.cty"
                  address.cty = 'Ulm'
                  ^^^^^^^^^^^
                  Did you mean "address.city"? Fields: name, description, price, discount, stock, active, createdAt, availableFrom, status, email, address.city, category, data, tags, stockValue, shout
                  Fix: address.city = 'Ulm'""");
    }

    @Test
    void theTextMustBeReadable() {
        assertThat(problems("price >=", Purpose.check())).isEqualTo("""
                [Expression.Syntax] The expression ends where a field, a literal or a function should come
                  price >=
                          ^""");
    }

    @Test
    void theTextMustNotGoOn() {
        assertThat(problems("price >= 0)", Purpose.check())).isEqualTo("""
                [Expression.Syntax] Found ")" where an operator or the end should come
                  price >= 0)
                            ^""");
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(problems("", Purpose.check())).isEqualTo("""
                [Expression.Syntax] The expression is empty""");
    }

    @Test
    void aStringMustEnd() {
        assertThat(problems("name = 'tea", Purpose.check())).isEqualTo("""
                [Expression.Syntax] The string that begins here does not end
                  name = 'tea
                         ^^^^
                  Close it with '; inside it, ' is written twice""");
    }

    @Test
    void comparisonsDoNotChain() {
        assertThat(problems("1 < stock < 5", Purpose.check())).isEqualTo("""
                [Expression.Syntax] Found "<" where AND or OR should come
                  1 < stock < 5
                            ^
                  Comparisons do not chain: write a < b AND b < c""");
    }

    @Test
    void conditionsAreNotJoinedAsInJava() {
        assertThat(problems("price > 0 && stock > 0", Purpose.check())).isEqualTo("""
                [Expression.Syntax] "&&" does not join conditions
                  price > 0 && stock > 0
                            ^^
                  SQL writes AND; && asks whether arrays or ranges overlap
                  Fix: price > 0 AND stock > 0""");
    }

    @Test
    void equalityIsNotWrittenAsInJava() {
        assertThat(problems("name == 'tea'", Purpose.check())).isEqualTo("""
                [Expression.Syntax] "==" means nothing here
                  name == 'tea'
                       ^^
                  SQL compares with a single =
                  Fix: name = 'tea'""");
    }

    @Test
    void aQueryIsNoExpression() {
        assertThat(problems("stock > (SELECT 1)", Purpose.check())).isEqualTo("""
                [Expression.Syntax] An expression cannot query
                  stock > (SELECT 1)
                           ^^^^^^
                  It sees the fields of its own row, no other""");
    }

    @Test
    void theNearestFunctionIsSuggested() {
        assertThat(problems("lenght(name) > 2", Purpose.check())).isEqualTo("""
                [Expression.UnknownFunction] There is no function "lenght" that an expression may call
                  lenght(name) > 2
                  ^^^^^^
                  Did you mean "length"?
                  Fix: length(name) > 2""");
    }

    @Test
    void functionsOfOtherDatabasesAreTranslated() {
        assertThat(problems("ifnull(discount, 0) < price", Purpose.check())).isEqualTo("""
                [Expression.UnknownFunction] There is no function "ifnull" that an expression may call
                  ifnull(discount, 0) < price
                  ^^^^^^
                  Did you mean "coalesce"?
                  Fix: coalesce(discount, 0) < price""");
    }

    @Test
    void theNearestTypeIsSuggested() {
        assertThat(problems("stock::bigintt > 1", Purpose.check())).isEqualTo("""
                [Expression.UnknownType] There is no type "bigintt" that an expression may use
                  stock::bigintt > 1
                         ^^^^^^^
                  Did you mean "bigint"?
                  Fix: stock::bigint > 1""");
    }

    @Test
    void typesOfJavaAreTranslated() {
        assertThat(problems("stock::string = '1'", Purpose.check())).isEqualTo("""
                [Expression.UnknownType] There is no type "string" that an expression may use
                  stock::string = '1'
                         ^^^^^^
                  Did you mean "text"?
                  Fix: stock::text = '1'""");
    }

    @Test
    void theNearestConstantIsSuggested() {
        assertThat(problems("status IN ('ACTIVE', 'DRFT')", Purpose.check())).isEqualTo("""
                [Expression.UnknownConstant] The enum has no constant 'DRFT'
                  status IN ('ACTIVE', 'DRFT')
                                       ^^^^^^
                  Did you mean 'DRAFT'? Constants: DRAFT, ACTIVE, GONE
                  Fix: status IN ('ACTIVE', 'DRAFT')""");
    }

    @Test
    void aDateMustExist() {
        assertThat(problems("availableFrom > '2020-02-30'", Purpose.check())).isEqualTo("""
                [Expression.BadLiteral] '2020-02-30' cannot be read as date
                  availableFrom > '2020-02-30'
                                  ^^^^^^^^^^^^
                  Dates are written '2020-12-31'""");
    }

    @Test
    void aMomentNeedsItsOffset() {
        assertThat(problems("createdAt > '2020-01-01'", Purpose.check())).isEqualTo("""
                [Expression.BadLiteral] '2020-01-01' cannot be read as timestamptz
                  createdAt > '2020-01-01'
                              ^^^^^^^^^^^^
                  Timestamps with time zone are written with their offset, '2020-12-31 23:59:59Z': without it they depend on the session
                  Fix: createdAt > '2020-01-01 00:00Z'""");
    }

    @Test
    void aNumberNeedsNoQuotes() {
        assertThat(problems("stock > '5'", Purpose.check())).isEqualTo("""
                [Expression.BadLiteral] '5' cannot be read as integer
                  stock > '5'
                          ^^^
                  Numbers are written without quotes
                  Fix: stock > 5""");
    }

    @Test
    void aTimeZoneMustExist() {
        assertThat(problems("createdAt AT TIME ZONE 'Europe/Pariss' > '2020-01-01'", Purpose.check()))
                .isEqualTo("""
                [Expression.BadLiteral] There is no time zone 'Europe/Pariss'
                  createdAt AT TIME ZONE 'Europe/Pariss' > '2020-01-01'
                                         ^^^^^^^^^^^^^^^
                  Did you mean 'Europe/Paris'?
                  Fix: createdAt AT TIME ZONE 'Europe/Paris' > '2020-01-01'""");
    }

    @Test
    void textsAreNotAdded() {
        assertThat(problems("name + 'x' = 'y'", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] "+" does not go between text and text
                  name + 'x' = 'y'
                  ^^^^^^^^^^
                  Texts are joined with ||
                  Fix: name || 'x' = 'y'""");
    }

    @Test
    void numbersAreNotJoinedToTexts() {
        assertThat(problems("name || stock = 'x'", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] "||" does not go between text and integer
                  name || stock = 'x'
                  ^^^^^^^^^^^^^
                  Say that the other is to be printed
                  Fix: name || stock::text = 'x'""");
    }

    @Test
    void enumsHaveNoOrder() {
        assertThat(problems("status > 'DRAFT'", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] The constants of an enum have no order in an expression
                  status > 'DRAFT'
                  ^^^^^^^^^^^^^^^^
                  Name those that are meant: IN ('DRAFT', 'ACTIVE', 'GONE')""");
    }

    @Test
    void citextAndTextAreComparedOnPurpose() {
        assertThat(problems("email = name", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] "=" does not go between citext and text
                  email = name
                  ^^^^^^^^^^^^
                  PostgreSQL would tell upper from lower case here: say which comparison is meant
                  Fix: email = name::citext""");
    }

    @Test
    void aCheckIsACondition() {
        assertThat(problems("stock", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] What a check constraint says must be true or false, and this is integer
                  stock
                  ^^^^^
                  Fix: stock <> 0""");
    }

    @Test
    void functionsTellWhatTheyTake() {
        assertThat(problems("round(name) = 1", Purpose.check())).isEqualTo("""
                [Expression.TypeMismatch] round() does not take (text)
                  round(name) = 1
                  ^^^^^^^^^^^
                  It takes (numeric) or (double precision) or (numeric, integer)""");
    }

    @Test
    void aGeneratedFieldMustHoldWhatItComputes() {
        assertThat(problems("price * stock", Purpose.stored(Catalogue.type("integer"), false, "int")))
                .isEqualTo("""
                [Expression.TypeMismatch] The field is integer, but this is numeric
                  price * stock
                  ^^^^^^^^^^^^^
                  It may not fit: convert it in so many words, or declare the field wider
                  Fix: (price * stock)::integer""");
    }

    @Test
    void theClockIsRefused() {
        assertThat(problems("createdAt <= now()", Purpose.check())).isEqualTo("""
                [Expression.NotImmutable] Not in a check constraint: now() changes with the clock
                  createdAt <= now()
                               ^^^^^
                  PostgreSQL keeps what it computed, and expects the same answer for the same row for ever
                  For the time of writing use a field with @AutoNow or @AutoNowAdd; compare with the clock in a query""");
    }

    @Test
    void todayIsRefused() {
        assertThat(problems(
                        "current_date - availableFrom",
                        Purpose.stored(Catalogue.type("integer"), true, "java.lang.Integer")))
                .isEqualTo("""
                [Expression.NotImmutable] Not in a generated field: current_date changes with the clock
                  current_date - availableFrom
                  ^^^^^^^^^^^^
                  PostgreSQL keeps what it computed, and expects the same answer for the same row for ever
                  For the time of writing use a field with @AutoNow or @AutoNowAdd; compare with the clock in a query""");
    }

    @Test
    void whatIsRandomIsRefused() {
        assertThat(problems("random()", Purpose.indexExpression())).isEqualTo("""
                [Expression.NotImmutable] Not in an index: random() gives another answer at each call
                  random()
                  ^^^^^^^^
                  PostgreSQL keeps what it computed, and expects the same answer for the same row for ever
                  For a value drawn once, when the row is inserted, use @Column(dbDefault = "…")""");
    }

    @Test
    void aDateOfAMomentNeedsAZone() {
        assertThat(problems("createdAt::date", Purpose.indexExpression())).isEqualTo("""
                [Expression.NotImmutable] Which date a timestamptz is depends on the session's time zone
                  createdAt::date
                  ^^^^^^^^^^^^^^^
                  Say which time zone is meant
                  Fix: (createdAt AT TIME ZONE 'UTC')::date""");
    }

    @Test
    void partsOfAMomentNeedAZone() {
        assertThat(problems("extract(year from createdAt)", Purpose.indexExpression()))
                .isEqualTo("""
                [Expression.NotImmutable] The answer depends on the session's time zone
                  extract(year from createdAt)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  Say which time zone's calendar and clock are meant
                  Fix: extract(year from (createdAt AT TIME ZONE 'UTC'))""");
    }

    @Test
    void formattingIsRefused() {
        assertThat(problems("to_char(price, '999')", Purpose.indexExpression())).isEqualTo("""
                [Expression.NotImmutable] Not in an index: to_char() depends on the session's language and date style
                  to_char(price, '999')
                  ^^^^^^^^^^^^^^^^^^^^^
                  PostgreSQL keeps what it computed, and expects the same answer for the same row for ever
                  Take the parts with EXTRACT(year FROM …), or format in Java""");
    }

    @Test
    void aggregatesLookAtOtherRows() {
        assertThat(problems("sum(price) > 0", Purpose.check())).isEqualTo("""
                [Expression.OtherRows] sum() looks at many rows; an expression sees its own only
                  sum(price) > 0
                  ^^^^^^^^^^
                  Aggregate in a query instead""");
    }

    @Test
    void countingLooksAtOtherRows() {
        assertThat(problems("count(*) < 5", Purpose.check())).isEqualTo("""
                [Expression.OtherRows] count() looks at many rows; an expression sees its own only
                  count(*) < 5
                  ^^^^^^^^
                  Aggregate in a query instead""");
    }

    @Test
    void comparingWithNullIsNoTest() {
        assertThat(problems("discount = NULL", Purpose.check())).isEqualTo("""
                [Expression.AlwaysNull] "= NULL" is always NULL, whatever the row holds
                  discount = NULL
                  ^^^^^^^^^^^^^^^
                  NULL is tested with IS NULL
                  Fix: discount IS NULL""");
    }

    @Test
    void nullInAListIsNoTest() {
        assertThat(problems("stock NOT IN (1, NULL)", Purpose.check())).isEqualTo("""
                [Expression.AlwaysNull] Comparing with NULL is always NULL, so NOT IN cannot answer
                  stock NOT IN (1, NULL)
                  ^^^^^^^^^^^^^^^^^^^^^^
                  Leave NULL out, and test for it with IS NULL""");
    }

    @Test
    void aFieldThatCannotBeNullNeedsAValue() {
        assertThat(problems(
                        "price - discount",
                        Purpose.stored(Catalogue.type("numeric(10,2)"), false, "java.math.BigDecimal")))
                .isEqualTo("""
                [Expression.NullableResult] The result can be NULL, because "discount" can, but the field cannot
                  price - discount
                          ^^^^^^^^
                  Declare the field @Nullable, or give NULL a value with coalesce
                  Fix: price - coalesce(discount, 0)""");
    }

    @Test
    void generatedFieldsDoNotBuildOnEachOther() {
        assertThat(problems(
                        "stockValue * 2",
                        Purpose.stored(Catalogue.type("numeric(12,2)"), false, "java.math.BigDecimal")))
                .isEqualTo("""
                [Expression.GeneratedRefersToGenerated] A generated field cannot use "stockValue", which is generated itself
                  stockValue * 2
                  ^^^^^^^^^^
                  PostgreSQL computes generated columns from ordinary ones only: repeat the expression
                  Fix: (price * stock) * 2""");
    }

    @Test
    void aVirtualFieldCannotBeIndexed() {
        assertThat(problems("left(shout, 3)", Purpose.indexExpression())).isEqualTo("""
                [Expression.VirtualInIndex] An index cannot use "shout", which is computed only when it is read
                  left(shout, 3)
                       ^^^^^
                  Store the field (stored = true), or index its expression
                  Fix: left((upper(name)), 3)""");
    }

    @Test
    void aVirtualFieldUsesNoExtension() {
        assertThat(problems("upper(email)", Purpose.virtual(Catalogue.type("text"), false, "java.lang.String")))
                .isEqualTo("""
                [Expression.ExtensionInVirtual] A virtual field cannot use citext, which comes from an extension
                  upper(email)
                  ^^^^^^^^^^^^
                  PostgreSQL computes virtual columns with its own types only: store the field (stored = true)""");
    }

    @Test
    void offsetsCountFromTheStartOfTheText() {
        Compilation compilation = Compilation.of("stock > 0\n  AND prise > 0", Catalogue.PRODUCT, Purpose.check());
        ExpressionProblem problem =
                ((Compilation.Rejected) compilation).problems().get(0);
        assertThat(problem.start()).isEqualTo(16);
        assertThat(problem.end()).isEqualTo(21);
        assertThat(problem.fix()).hasValue("stock > 0\n  AND price > 0");
        assertThat(problem.details().subList(0, 2)).containsExactly("  AND prise > 0", "      ^^^^^");
    }

    private static String problems(String text, Purpose purpose) {
        Compilation compilation = Compilation.of(text, Catalogue.PRODUCT, purpose);
        assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
        return ((Compilation.Rejected) compilation)
                .problems().stream()
                        .peek(problem -> SEEN.add(problem.code()))
                        .map(ExpressionProblem::toString)
                        .collect(Collectors.joining("\n"));
    }
}
