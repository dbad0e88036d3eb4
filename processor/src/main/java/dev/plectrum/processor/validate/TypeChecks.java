package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;

/** Types: each must be one that can be stored. */
final class TypeChecks implements Checks.Check {
    @Override
    public void check(ModelDef model, Problems problems) {
        for (ColumnField column : model.columns()) {
            if (column.type() instanceof StoredType.Unsupported unsupported
                    && unsupported.reason() != StoredType.Reason.UNRESOLVED) {
                problems.add(problem(model.name().simple() + "." + column.name(), column, unsupported));
            }
        }
    }

    private static Problem problem(String full, ColumnField column, StoredType.Unsupported unsupported) {
        String type = column.java().display();
        String declared = type + " " + column.simpleName() + ";";
        return switch (unsupported.reason()) {
            case UNRESOLVED -> throw new AssertionError("UnresolvedChecks speaks of it");
            case UNKNOWN ->
                Problem.of(
                                Code.UNSUPPORTED_TYPE,
                                column.place(),
                                full + " has the type " + type + ", which cannot be stored")
                        .because(hint(type))
                        .fix("transient " + declared);
            case RECORD ->
                Problem.of(
                                Code.RECORD_TYPE,
                                column.place(),
                                full + " has the record " + type
                                        + " for its type: is it columns of this table, or JSON?")
                        .fix("@Embedded " + declared)
                        .fix("@Column(type = Column.Type.JSONB) " + declared);
            case NOT_A_RECORD ->
                Problem.of(
                                Code.EMBEDDED_RECORD,
                                column.place(),
                                full + " is @Embedded, but " + type + " is not a record")
                        .because("The components of a record become columns of this table.");
            case MODEL ->
                Problem.of(
                                Code.MODEL_TYPE,
                                column.place(),
                                full + " has the model " + type + " for its type, but rows refer to each other by Ref")
                        .because("A Ref knows the other row's key, and the row itself only when a query has loaded it.")
                        .fix("@ForeignKey(onDelete = OnDelete.PROTECT) Ref<" + type + "> " + column.simpleName() + ";");
            case ELEMENT ->
                Problem.of(
                                Code.ELEMENT_TYPE,
                                column.place(),
                                full + " is a list of " + unsupported.detail() + ", which cannot be an element")
                        .because("Elements are single values: numbers, text, dates, enums. Arrays have one dimension.");
            case NO_CONVERTER ->
                Problem.of(
                                Code.CONVERTER,
                                place(column, "converter"),
                                full + " names the converter " + unsupported.detail() + ", which is none")
                        .because("A converter implements dev.plectrum.orm.type.Converter with two types of its own.")
                        .fix("class " + unsupported.detail() + " implements Converter<" + type + ", String>");
            case OTHER_CONVERTER ->
                Problem.of(
                                Code.CONVERTER_TYPE,
                                place(column, "converter"),
                                full + " has the type " + type + ", but " + unsupported.detail())
                        .fix("implements Converter<" + type + ", …>");
            case CONVERTER_CONSTRUCTOR ->
                Problem.of(
                                Code.CONVERTER_CONSTRUCTOR,
                                place(column, "converter"),
                                full + " names the converter " + unsupported.detail()
                                        + ", which generated code cannot make")
                        .because(
                                "It must be a class in sight of the model's package, not an inner one, with a constructor without parameters.");
            case CONVERTED ->
                Problem.of(
                                Code.CONVERTER_STORED,
                                place(column, "converter"),
                                full + " has a converter to a type that cannot be stored: " + unsupported.detail())
                        .because(
                                "A converter ends at a type with a column of its own: a number, text, a date, a UUID.");
            case WRONG_TYPE ->
                Problem.of(
                                Code.COLUMN_TYPE,
                                place(column, "type"),
                                full + " has the type " + type + ", which cannot be " + unsupported.detail())
                        .because("CITEXT is for String, JSONB for records and JSON values, ORDINAL for enums.");
            case JSON_PART ->
                Problem.of(Code.JSON_TYPE, column.place(), full + " cannot be JSON because of " + unsupported.detail())
                        .because(
                                "JSON holds text, numbers, booleans, enums, dates and times, UUIDs, and lists, maps and records of these.");
        };
    }

    private static Place place(ColumnField column, String member) {
        return column.options().places().of(member, column.place());
    }

    private static String hint(String type) {
        return switch (type) {
            case "byte", "Byte" -> "PostgreSQL's smallest integer is smallint: use short.";
            case "Date", "Timestamp", "Calendar" -> "Use the types of java.time: Instant, LocalDate, LocalDateTime.";
            case "Object" -> "For any JSON value say so: @Column(type = Column.Type.JSONB).";
            case "Optional" -> "A value that may be missing is @Nullable.";
            case "Set" -> "Use a List: arrays keep their order and may repeat.";
            default -> "A converter makes a type of your own storable: @Column(converter = …).";
        };
    }
}
