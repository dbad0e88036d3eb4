package shop;

import dev.plectrum.orm.type.Converter;
import java.util.Locale;

class Cents implements Converter<Money, Locale> {
    @Override
    public Locale toDatabase(Money value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Money fromDatabase(Locale value) {
        throw new UnsupportedOperationException();
    }
}
