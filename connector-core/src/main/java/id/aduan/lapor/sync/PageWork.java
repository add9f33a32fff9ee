package id.aduan.lapor.sync;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what a poll has read: a page in one transaction with its cursor (C5). Where an item
 * cannot be applied, for whatever reason of its own such as a damaged case, the page is done item
 * by item, and that one is set aside: it costs only itself (C11). Only trouble of the store ends a
 * page.
 *
 * @param apply applies an item; false ends the page before its cursor moves
 * @param setAside keeps an item that could not be applied
 * @param name what the log calls an item
 */
record PageWork<T>(Store store, BiPredicate<Tx, T> apply, BiConsumer<Tx, T> setAside, String name) {
  private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

  /**
   * Does a page.
   *
   * @param cursor moves the cursor, after the last item
   * @return false if an item ended it
   */
  boolean run(List<T> items, Consumer<Tx> cursor) {
    try {
      return store.inTransaction(tx -> all(tx, items) && moved(tx, cursor));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      return oneByOne(items) && store.inTransaction(tx -> moved(tx, cursor));
    }
  }

  private boolean all(Tx tx, List<T> items) {
    return items.stream().allMatch(item -> apply.test(tx, item));
  }

  private static boolean moved(Tx tx, Consumer<Tx> cursor) {
    cursor.accept(tx);
    return true;
  }

  private boolean oneByOne(List<T> items) {
    return items.stream().allMatch(this::one);
  }

  private boolean one(T item) {
    try {
      return store.inTransaction(tx -> apply.test(tx, item));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be applied and is set aside: {}", name, e.getClass().getName());
      return store.inTransaction(
          tx -> {
            setAside.accept(tx, item);
            return true;
          });
    }
  }
}
