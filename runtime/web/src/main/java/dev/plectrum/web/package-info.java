/** Views at run time: requests, routes, replies, applications. What users name most; the packages below it are its parts. */
@NullMarked
package dev.plectrum.web;

import org.jspecify.annotations.NullMarked;
