package dev.plectrum.orm.type;

/** A type whose values the client binds and reads as they are, alone and in arrays, under the type's own name. */
abstract class NativeType<T> extends DbType<T> {
    NativeType(String name) {
        super(name, "", "::" + name, ArrayForm.NATIVE);
    }
}
