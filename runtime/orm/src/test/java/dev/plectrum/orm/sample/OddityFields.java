package dev.plectrum.orm.sample;

import dev.plectrum.orm.query.BooleanColumn;
import dev.plectrum.orm.query.DateColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TimestampColumn;
import java.math.BigDecimal;
import java.time.Instant;

/** The fields of {@link Oddity} in a query. */
public final class OddityFields extends Fields<OddityFields> {
    public final NumberColumn<Long> id = new NumberColumn<>(this, OddityMapping.ID);
    public final TextColumn text = new TextColumn(this, OddityMapping.TEXT);
    public final TextColumn other = new TextColumn(this, OddityMapping.OTHER);
    public final NumberColumn<Integer> number = new NumberColumn<>(this, OddityMapping.NUMBER);
    public final NumberColumn<Long> big = new NumberColumn<>(this, OddityMapping.BIG);
    public final NumberColumn<BigDecimal> amount = new NumberColumn<>(this, OddityMapping.AMOUNT);
    public final NumberColumn<Double> ratio = new NumberColumn<>(this, OddityMapping.RATIO);
    public final BooleanColumn flag = new BooleanColumn(this, OddityMapping.FLAG);
    public final TimestampColumn<Instant> at = new TimestampColumn<>(this, OddityMapping.AT);
    public final DateColumn day = new DateColumn(this, OddityMapping.DAY);

    OddityFields(Path path) {
        super(path);
    }
}
