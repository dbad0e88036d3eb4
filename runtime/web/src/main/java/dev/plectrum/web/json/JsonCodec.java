package dev.plectrum.web.json;

/** Writes and reads values of one type. */
public interface JsonCodec<T> extends JsonEncoder<T>, JsonDecoder<T> {}
