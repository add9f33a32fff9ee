package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.PortalSimulation.Plant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A store in which one thing is broken on purpose. */
final class Planted {
  private static final Duration TOO_FAR = Duration.ofMinutes(45);

  private Planted() {}

  static CaseStore in(CaseStore store, Plant plant) {
    return switch (plant) {
      case NOTHING, NO_OVERLAP -> store;
      case CURSOR_TOO_FAR -> with(store, "cursors", cursors(store.cursors()));
      case NO_DEDUPLICATION -> with(store, "inbox", inbox(store.inbox()));
    };
  }

  /** The store with this in the place of one of its parts. */
  static CaseStore with(CaseStore store, String name, Object part) {
    return proxy(
        CaseStore.class,
        store,
        (method, args) -> method.equals(name) ? Optional.of(part) : Optional.empty());
  }

  private static Cursors cursors(Cursors real) {
    return proxy(
        Cursors.class,
        real,
        (method, args) -> {
          if (method.equals("set") && PortalPoll.CURSOR.equals(args[1])) {
            String further = Instant.parse((String) args[2]).plus(TOO_FAR).toString();
            real.set((Tx) args[0], PortalPoll.CURSOR, further, (Instant) args[3]);
            return Optional.of(Done.DONE);
          }
          return Optional.empty();
        });
  }

  /** Knows of nothing that has been before. */
  private static Inbox inbox(Inbox real) {
    return proxy(
        Inbox.class,
        real,
        (method, args) -> {
          if (method.equals("find")) {
            return Optional.of(Optional.empty());
          }
          boolean there =
              method.equals("add")
                  && real.find(
                          (Tx) args[0],
                          ((Inbox.Arrival) args[1]).source(),
                          ((Inbox.Arrival) args[1]).eventId())
                      .isPresent();
          return there ? Optional.of(Done.DONE) : Optional.empty();
        });
  }

  private enum Done {
    DONE
  }

  /** Answers instead of the real one, or has it answer. */
  @FunctionalInterface
  private interface Instead {
    Optional<Object> answer(String method, Object[] args);
  }

  private static <T> T proxy(Class<T> type, T real, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Optional<Object> answer =
                  instead.answer(method.getName(), args == null ? new Object[0] : args);
              if (answer.isPresent()) {
                return answer.get() == Done.DONE ? null : answer.get();
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
