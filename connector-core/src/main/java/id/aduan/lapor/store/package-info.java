/**
 * The transaction that everything durable rides in. The packages below it implement it; nobody but
 * the caller of the builder names them.
 */
@NullMarked
package id.aduan.lapor.store;

import org.jspecify.annotations.NullMarked;
