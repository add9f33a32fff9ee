package id.aduan.lapor.store;

/**
 * Work that is kept as a whole or not at all. It may share its commit with other units, so it must
 * not wait for anything but the store.
 */
@FunctionalInterface
public interface UnitOfWork<T> {
  T run(Tx tx);
}
