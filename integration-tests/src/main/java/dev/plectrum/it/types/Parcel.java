package dev.plectrum.it.types;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Deferrable;
import dev.plectrum.annotations.Embedded;
import dev.plectrum.annotations.Exclude;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.type.Range;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every kind of constraint and index, hidden fields with accessors of both styles, embedded values, a key of UUIDs by time. */
@Model(
        schema = "kit",
        table = "parcels",
        ordering = {"-weight", "code"},
        comment = "What is sent")
@Index(fields = {"shelf", "-weight"})
@Index(fields = "code", include = "weight", where = "NOT sent")
@Index(name = "parcels_labels", fields = "labels", method = "gin")
@Index(expressions = "lower(code)")
@Index(fields = "shelf", method = "hash")
@Index(fields = "weight", method = "brin")
@Unique(
        fields = {"shelf", "place"},
        nullsDistinct = false)
@Unique(
        fields = {"shelf", "code"},
        deferrable = Deferrable.DEFERRED)
@Unique(expressions = "upper(code)", where = "sent")
@Check(value = "weight > 0", name = "weight_is_positive")
@Exclude(
        value = {"shelf WITH =", "during WITH &&"},
        where = "NOT sent",
        name = "one_at_a_time")
public class Parcel extends Dated {
    @Id
    UUID key;

    private String code = "";
    private int weight;
    private boolean sent;
    int shelf;

    @Nullable Integer place;

    Range<Integer> during = Range.empty();
    List<String> labels = List.of();

    @Column(dbDefault = "'new'", comment = "Written by hand", collation = "C")
    String state;

    @Embedded
    Box box;

    @Embedded(prefix = "spare_")
    @Nullable Box spare;

    @GeneratedField("weight * shelf")
    int effort;

    String getCode() {
        return code;
    }

    void setCode(String code) {
        this.code = code;
    }

    int weight() {
        return weight;
    }

    void weight(int weight) {
        this.weight = weight;
    }

    boolean isSent() {
        return sent;
    }

    void setSent(boolean sent) {
        this.sent = sent;
    }

    /** Columns of the parcel. */
    record Box(
            @Column(maxLength = 20) String colour, @Nullable Integer height) {}
}
