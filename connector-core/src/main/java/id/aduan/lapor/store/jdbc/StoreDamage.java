package id.aduan.lapor.store.jdbc;

/**
 * Something in the store that is not as this program wrote it.
 *
 * @param table the table, or {@code sqlite} for the file as a whole
 * @param row the row's key: a number, a reference, a tracking id; never what it holds
 * @param what in one line, for a person
 */
public record StoreDamage(String table, String row, String what) {}
