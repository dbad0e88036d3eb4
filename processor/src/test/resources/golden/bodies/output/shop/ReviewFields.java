package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.BooleanColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Review} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Review table=review public",
            "field name=id type=INT8 role=IDENTITY",
            "field name=author type=varchar(100) maxLength=100",
            "field name=stars type=INT4 java=int",
            "field name=text type=TEXT nullable",
            "field name=published type=BOOL java=boolean",
            "check sql=\"stars BETWEEN 1 AND 5\""
        }
)
@Generated("dev.plectrum")
public final class ReviewFields extends Fields<ReviewFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, ReviewMapping.ID);

    /** {@code author varchar(100)} */
    public final TextColumn author = new TextColumn(this, ReviewMapping.AUTHOR);

    /** {@code stars integer} */
    public final NumberColumn<Integer> stars = new NumberColumn<>(this, ReviewMapping.STARS);

    /** {@code text text}, may be missing */
    public final TextColumn text = new TextColumn(this, ReviewMapping.TEXT);

    /** {@code published boolean} */
    public final BooleanColumn published = new BooleanColumn(this, ReviewMapping.PUBLISHED);

    ReviewFields(Path path) {
        super(path);
    }
}
