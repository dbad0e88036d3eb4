package dev.plectrum.it.types;

import dev.plectrum.orm.type.Converter;

/** Money in a column of cents. */
public final class MoneyConverter implements Converter<Everything.Money, Long> {
    @Override
    public Long toDatabase(Everything.Money value) {
        return value.cents();
    }

    @Override
    public Everything.Money fromDatabase(Long cents) {
        return new Everything.Money(cents);
    }
}
