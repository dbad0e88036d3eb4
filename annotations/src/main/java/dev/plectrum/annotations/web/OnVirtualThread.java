package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs on a virtual thread and may wait for futures with {@code await()}. Needs JDK 21 or later; on an older one the
 * application refuses to start and names the view.
 *
 * <p>On a class it speaks of the methods that answer requests. Methods for WebSockets cannot wait: they return a {@code Future}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnVirtualThread {}
