/**
 * The store on SQLite: one writer that commits in groups, rows that carry their own hash, sealed
 * personal columns.
 */
@NullMarked
package id.aduan.lapor.store.jdbc;

import org.jspecify.annotations.NullMarked;
