package shop;

import dev.plectrum.annotations.GeneratedModel;
import javax.annotation.processing.Generated;

/** What models take from {@link Timed}. Only the processor reads it. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Timed table=timed base",
            "field name=savedAt type=TIMESTAMPTZ role=UPDATED",
            "field name=version type=INT4 java=int role=VERSION"
        }
)
@Generated("dev.plectrum")
final class TimedDefinition {
    private TimedDefinition() {}
}
