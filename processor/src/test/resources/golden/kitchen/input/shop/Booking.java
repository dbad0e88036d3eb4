package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Deferrable;
import dev.plectrum.annotations.Embedded;
import dev.plectrum.annotations.Exclude;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.type.Converter;
import dev.plectrum.orm.type.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Model(table = "bookings", schema = "hotel", ordering = {"-guest.name", "room"}, comment = "Who sleeps where")
@Exclude({"room WITH =", "during WITH &&"})
@Unique(fields = {"room", "code"}, nullsDistinct = false, deferrable = Deferrable.DEFERRED)
@Unique(expressions = "lower(code)", where = "paid")
@Index(fields = "code", include = "paid", where = "NOT paid")
@Index(name = "bookings_tags", fields = "tags", method = "gin")
@Check(value = "room > 0", name = "room_is_positive")
public class Booking extends Timed {
    @Id UUID key;
    int room;
    @Column(dbDefault = "'new'", collation = "C", comment = "What the guest quotes") private String code = "";
    boolean paid;
    Range<Integer> during;
    List<String> tags;
    int @Nullable [] scores;
    @Embedded Guest guest;
    @Embedded(prefix = "payer_") @Nullable Guest payer;
    @Column(converter = Cents.class) Money price;
    @Column(type = Column.Type.ORDINAL) Meal meal;
    @Column(type = Column.Type.JSONB) Wishes wishes;

    public String getCode() {
        return code;
    }

    void setCode(String code) {
        this.code = code;
    }

    record Guest(@Column(maxLength = 80) String name, @Nullable Integer age) {}

    record Money(long cents) {}

    static final class Cents implements Converter<Money, Long> {
        @Override
        public Long toDatabase(Money value) {
            return value.cents();
        }

        @Override
        public Money fromDatabase(Long value) {
            return new Money(value);
        }
    }

    enum Meal {
        NONE,
        BREAKFAST
    }

    record Wishes(String text, int pillows, List<Meal> meals, Map<String, Instant> calls, @Nullable Wishes instead) {}
}
