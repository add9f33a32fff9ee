package id.aduan.lapor.sync;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what a poll has read: a page in one transaction with its cursor (C5). Where an item
 * cannot be applied, for whatever reason of its own such as a damaged case, the page is done item
 * by item, and that one is set aside: it costs only itself (C11). Only trouble of the store ends a
 * page.
 *
 * @param apply applies an item
 * @param setAside keeps an item that could not be applied
 * @param name what the log calls an item
 */
record PageWork<T>(Store store, BiConsumer<Tx, T> apply, BiConsumer<Tx, T> setAside, String name) {
  private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

  /** Does a page; {@code cursor} moves the cursor, after the last item. */
  void run(List<T> items, Consumer<Tx> cursor) {
    try {
      keep(
          tx -> {
            items.forEach(item -> apply.accept(tx, item));
            cursor.accept(tx);
          });
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      items.forEach(this::alone);
      keep(cursor);
    }
  }

  private void alone(T item) {
    try {
      keep(tx -> apply.accept(tx, item));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be applied and is set aside: {}", name, e.getClass().getName());
      keep(tx -> setAside.accept(tx, item));
    }
  }

  private void keep(Consumer<Tx> work) {
    store.inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
  }
}
