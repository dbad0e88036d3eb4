package shop;

import dev.plectrum.orm.type.Converter;

class Cents implements Converter<Money, Long> {
    @Override
    public Long toDatabase(Money value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Money fromDatabase(Long value) {
        throw new UnsupportedOperationException();
    }
}
