package id.aduan.lapor.store;

/**
 * Work that is kept as a whole or not at all. It may share its commit with other units, so it must
 * not wait for anything but the store.
 *
 * <p>It may be run more than once before it is kept: it is undone and run anew when another unit of
 * its group fails, or two sessions of the database were in each other's way. So it begins its own
 * lists inside itself, and has no effect outside but by {@link Tx#afterCommit}.
 */
@FunctionalInterface
public interface UnitOfWork<T> {
  T run(Tx tx);
}
