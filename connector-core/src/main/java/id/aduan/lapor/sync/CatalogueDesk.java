package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.CatalogueChange;
import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.PortalCategories.Item;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Catalogues.Kept;
import id.aduan.lapor.sync.Catalogues.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Which list of the portal's categories counts: each one that was read takes the place of the one
 * before and is told, but one of which more than a fifth is gone waits for a person. Safe for use
 * by many threads.
 */
public final class CatalogueDesk {
  private static final String ENGINE = "engine";
  private static final String SUBJECT = "categories";
  private final CaseStore store;
  private final InstantSource time;
  private final Consumer<Alert> alerts;
  private final IntSupplier changed;

  /**
   * Makes it.
   *
   * @param alerts told at once of what a person should know; must not block
   * @param changed run after another list counts; tells how many lines of the mapping that counts
   *     do not fit it
   */
  public CatalogueDesk(
      CaseStore store, InstantSource time, Consumer<Alert> alerts, IntSupplier changed) {
    this.store = store;
    this.time = time;
    this.alerts = alerts;
    this.changed = changed;
  }

  /** What became of a list that was read, or of a person's word on one that is held. */
  public enum Outcome {
    /** It is the one that counts already. */
    SAME,
    /** It counts from now on. */
    COUNTS,
    /** It waits for a person. */
    HELD,
    /** It is held already; nobody is told again. */
    HELD_STILL,
    /** No list is held. */
    NOTHING_HELD,
    /** Another list is held by now than the one that was looked at; nothing was changed. */
    OTHER_HELD
  }

  /**
   * Takes a list that was read.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public Outcome take(PortalCategories list, List<Item> items) {
    Taken taken = store.inTransaction(tx -> take(tx, list, items, time.instant()));
    if (taken.outcome() == Outcome.COUNTS) {
      int unfit = changed.getAsInt();
      taken.change().ifPresent(it -> tellChanged(it, unfit));
    }
    return taken.outcome();
  }

  /** What became of it, and what is to be told. */
  private record Taken(Outcome outcome, Optional<CatalogueChange> change) {
    private static Taken of(Outcome outcome) {
      return new Taken(outcome, Optional.empty());
    }
  }

  private Taken take(Tx tx, PortalCategories list, List<Item> items, Instant now) {
    Catalogue before = counting(store, tx);
    Catalogue after = CatalogueReading.of(list, items, before);
    CatalogueChange change = CatalogueChange.between(before, after);
    Kept read = new Kept(list.source(), now, State.COUNTS, after, ENGINE);
    if (after.entries().isEmpty() || change.isDrastic(before)) {
      return Taken.of(hold(tx, read.with(State.HELD, ""), change));
    }
    store.catalogues().remove(tx, State.HELD);
    if (after.equals(before)) {
      return Taken.of(Outcome.SAME);
    }
    count(tx, read);
    audit(tx, ENGINE, Action.CATALOGUE_CHANGED, change.summary(), now);
    return new Taken(Outcome.COUNTS, Optional.of(change).filter(it -> !it.isNone()));
  }

  private void tellChanged(CatalogueChange change, int unfit) {
    String lines =
        unfit == 0
            ? ""
            : "; %d lines of the mapping that counts do not fit it any more".formatted(unfit);
    tell(
        Alert.Kind.CATEGORIES_CHANGED,
        "the portal's list of categories has changed: "
            + change.summary()
            + lines
            + "; 'lapor mapping categories' names them");
  }

  private Outcome hold(Tx tx, Kept read, CatalogueChange change) {
    Optional<Kept> held = store.catalogues().find(tx, State.HELD);
    if (held.filter(it -> it.catalogue().equals(read.catalogue())).isPresent()) {
      return Outcome.HELD_STILL;
    }
    store.catalogues().put(tx, read);
    tx.afterCommit(
        () ->
            tell(
                Alert.Kind.CATEGORIES_HELD,
                "more than a fifth of the portal's list of categories is not what it was ("
                    + change.summary()
                    + "); the one before counts until a person accepts this one, see 'lapor mapping"
                    + " categories'"));
    return Outcome.HELD;
  }

  private void count(Tx tx, Kept next) {
    store
        .catalogues()
        .find(tx, State.COUNTS)
        .ifPresent(it -> store.catalogues().put(tx, it.with(State.BEFORE, it.decidedBy())));
    store.catalogues().put(tx, next);
  }

  /** The list could not be read; the one that counts counts on. */
  void unread(String why) {
    tell(
        Alert.Kind.CATEGORIES_HELD,
        "the portal's list of categories could not be read: " + why + "; the one before counts");
  }

  private void tell(Alert.Kind kind, String text) {
    alerts.accept(new Alert(kind, Targets.PORTAL_READ, text));
  }

  /**
   * Lets the held list count, whatever is gone from it.
   *
   * @param readAt when the list was read that the person looked at
   * @throws IllegalArgumentException without a reason
   */
  public Outcome accept(Instant readAt, Operator by) {
    if (by.reason().isEmpty()) {
      throw new IllegalArgumentException("this needs a reason");
    }
    Outcome outcome = store.inTransaction(tx -> accept(tx, readAt, by, time.instant()));
    if (outcome == Outcome.COUNTS) {
      int unused = changed.getAsInt();
    }
    return outcome;
  }

  private Outcome accept(Tx tx, Instant readAt, Operator by, Instant now) {
    Optional<Kept> held = store.catalogues().find(tx, State.HELD);
    if (held.isEmpty()) {
      return Outcome.NOTHING_HELD;
    }
    if (!held.get().readAt().equals(readAt)) {
      return Outcome.OTHER_HELD;
    }
    CatalogueChange change = CatalogueChange.between(counting(store, tx), held.get().catalogue());
    count(tx, held.get().with(State.COUNTS, by.actor()));
    store.catalogues().remove(tx, State.HELD);
    audit(tx, by.actor(), Action.CATALOGUE_ACCEPTED, by.because(change.summary()), now);
    return Outcome.COUNTS;
  }

  /** The list that counts; what ships where none was read. */
  public static Catalogue counting(CaseStore store, Tx tx) {
    return store
        .catalogues()
        .find(tx, State.COUNTS)
        .map(Kept::catalogue)
        .orElse(Catalogue.shipped());
  }

  private void audit(Tx tx, String actor, Action action, String detail, Instant now) {
    store.audit().append(tx, new AuditEntry(now, actor, action, SUBJECT, detail));
  }
}
