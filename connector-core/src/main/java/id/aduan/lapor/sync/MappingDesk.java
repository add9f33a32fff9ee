package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Mappings.Effective;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.KeptMappings.Loaded;
import id.aduan.lapor.sync.MappingEntries.Actor;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.sync.MappingVersions.Entries;
import id.aduan.lapor.sync.MappingVersions.Mark;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which mapping counts (D8): makes the configured one known at the start, switches to another at a
 * moment, and takes up what another node has switched to. What counts is written down before it
 * counts, so that a node that dies in between finds it at its next start. A faulty file never takes
 * the place of a good one. Safe for use by many threads.
 */
public final class MappingDesk {
  /** How far ahead a moment may lie. */
  public static final Duration AHEAD_MAX = Duration.ofDays(366);

  private static final Logger LOG = LoggerFactory.getLogger(MappingDesk.class);
  private final CaseStore store;
  private final Mappings mappings;
  private final MappingCompiler compiler;
  private final KeptMappings kept;
  private final MappingEntries entries;
  private final Mapping configured;
  private final InstantSource time;
  private final Consumer<Alert> alerts;
  private Seen loaded = new Seen(new Mark(-1, -1), -1);

  /**
   * Makes it, and lets what the store keeps count.
   *
   * @param mappings those that count, exchanged by this desk alone
   * @param configured what counts where the store knows of none
   * @param alerts told at once of what a person should know; must not block
   */
  public MappingDesk(
      CaseStore store,
      Mappings mappings,
      MappingCompiler compiler,
      Mapping configured,
      InstantSource time,
      Consumer<Alert> alerts) {
    this.store = store;
    this.mappings = mappings;
    this.compiler = compiler;
    this.kept = new KeptMappings(store, compiler);
    this.entries = new MappingEntries(store);
    this.configured = configured;
    this.time = time;
    this.alerts = alerts;
    boolean unused = takeUp();
  }

  /**
   * A mapping that is to count.
   *
   * @param file its name without a folder
   * @param at from when on; empty for now
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  public record Order(String file, byte[] content, Optional<Instant> at, Operator by) {}

  /** How it ended. */
  public sealed interface Outcome {
    /** It counts from then on, until another does that was applied before. */
    record Applies(String version, Instant from, Optional<Later> next) implements Outcome {}

    /** It counts already; nothing was changed, nor what is to count after it. */
    record Counts(String version, Instant since, Optional<Later> next) implements Outcome {}

    /** It cannot be used; nothing was changed. */
    record Faulty(List<Problem> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** The moment has passed, or is too far ahead; nothing was changed. */
    record BadMoment() implements Outcome {}
  }

  /** A mapping that is to count from a moment on. */
  public record Later(String version, Instant from) {}

  /**
   * Makes the configured mapping known: a version that the store does not know counts from now on.
   * One that it knows changes nothing, even where another counts by now; nor does a file that is
   * faulty or that changed without its version: then what counts in the store counts on, and that
   * is told.
   *
   * @throws ConfigurationFault when the file cannot be used, and nothing in the store counts
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public void begin() {
    List<Problem> faults = store.inTransaction(tx -> makeKnown(tx, time.instant()));
    boolean unused = takeUp();
    Mapping counting = mappings.at(time.instant());
    if (!faults.isEmpty()) {
      passOver(counting, faults);
    } else if (!counting.version().equals(configured.version())) {
      LOG.warn(
          "the configured mapping is version {}, but version {} counts; 'lapor mapping apply' lets"
              + " the configured one count",
          configured.version(),
          counting.version());
    }
  }

  private List<Problem> makeKnown(Tx tx, Instant now) {
    Optional<Applied> known = store.mappings().find(tx, configured.version());
    if (known.isPresent()) {
      return MappingChecks.otherContent(configured, known.get()).stream().toList();
    }
    List<Long> damaged = store.mappings().applied(tx, KeptMappings.APPLIED_MAX).damaged();
    if (!damaged.isEmpty()) {
      LOG.error("a row is damaged, so version {} is not made known", configured.version());
      return List.of();
    }
    List<Problem> faults = faults();
    if (faults.isEmpty()) {
      entries.add(tx, configured, now, now, Actor.ENGINE);
    }
    return faults;
  }

  /** What has not counted yet is held against the portal's list as it is now. */
  private List<Problem> faults() {
    Problems problems = new Problems();
    var unused = compiler.compile(configured.text().file(), configured.text().content(), problems);
    MappingChecks.tooLong(configured).ifPresent(problems::add);
    return problems.list();
  }

  /** What counts must be of the store, since the configured one is not to count. */
  private void passOver(Mapping counting, List<Problem> faults) {
    if (counting.text().digest().equals(configured.text().digest())) {
      throw new ConfigurationFault(faults);
    }
    tell(
        "the configured mapping is passed over, and version %s counts on as it was applied: %s"
            .formatted(counting.version(), faults.get(0)));
  }

  /**
   * Switches to another mapping, now or at a moment.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had; it does not count
   *     then
   */
  public Outcome apply(Order order) {
    Problems problems = new Problems();
    Mapping mapping = compiler.use(order.file(), order.content(), problems);
    if (problems.isEmpty()) {
      MappingChecks.tooLong(mapping).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      return new Outcome.Faulty(problems.list());
    }
    Outcome outcome = store.inTransaction(tx -> apply(tx, mapping, order, time.instant()));
    boolean unused = takeUp();
    return outcome;
  }

  private Outcome apply(Tx tx, Mapping mapping, Order order, Instant now) {
    Instant from = order.at().orElse(now);
    if (from.isBefore(now) || from.isAfter(now.plus(AHEAD_MAX))) {
      return new Outcome.BadMoment();
    }
    Optional<Applied> known = store.mappings().find(tx, mapping.version());
    Optional<Problem> other = known.flatMap(it -> MappingChecks.otherContent(mapping, it));
    if (other.isPresent()) {
      return new Outcome.Faulty(List.of(other.get()));
    }
    Entries all = store.mappings().applied(tx, KeptMappings.APPLIED_MAX);
    Optional<Applied> then = KeptMappings.counting(all.sound(), from);
    Optional<Later> next =
        KeptMappings.later(all.sound(), from).stream()
            .map(it -> new Later(it.version(), it.effectiveAt()))
            .findFirst();
    boolean counts = then.filter(it -> it.version().equals(mapping.version())).isPresent();
    if (counts && all.damagedSince(then).isEmpty()) {
      return new Outcome.Counts(mapping.version(), then.get().effectiveAt(), next);
    }
    entries.add(tx, mapping, from, now, Actor.of(order.by()));
    return new Outcome.Applies(mapping.version(), from, next);
  }

  /**
   * Calls off a version that is to count later, as often as it is.
   *
   * @return from when on it would have counted; empty where it is not to, and nothing was changed
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public Optional<Instant> cancel(String version, Operator by) {
    Optional<Instant> from =
        store.inTransaction(tx -> entries.cancel(tx, version, time.instant(), Actor.of(by)));
    boolean unused = takeUp();
    return from;
  }

  /** The entry that decides at a moment; empty where none does yet. */
  public static Optional<Applied> counting(Entries applied, Instant at) {
    return KeptMappings.counting(applied.sound(), at);
  }

  /**
   * Looks whether another mapping, or another list of categories, was let count since the last look
   * by whatever node, and lets it count here; cheap where there is none. One that this node cannot
   * use leaves what counted before, and is told.
   *
   * @return whether there was another
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public synchronized boolean takeUp() {
    Seen seen = store.read(this::seen);
    if (seen.equals(loaded)) {
      return false;
    }
    reload(seen);
    return true;
  }

  /** Compiles all of them anew, for whoever has changed what they are compiled by. */
  public synchronized void reload() {
    reload(store.read(this::seen));
  }

  /** What was applied, and since when the list of categories counts. */
  private record Seen(Mark mappings, long categories) {}

  private Seen seen(Tx tx) {
    return new Seen(store.mappings().mark(tx), store.catalogues().countingSince(tx));
  }

  private void reload(Seen seen) {
    Instant now = time.instant();
    boolean sameList = seen.categories() == loaded.categories();
    Loaded found = kept.load(now, each -> sameList ? compiled(each) : Optional.empty());
    found.unusable().forEach(this::tellUnusable);
    if (!found.damaged().isEmpty()) {
      tell(
          "rows %s of lapor_mapping are damaged, which may say that another counts; what counted"
                  .formatted(found.damaged())
              + " before counts on here until 'lapor mapping apply' lets one count");
    }
    loaded = seen;
    List<Effective> next = new ArrayList<>(found.mappings());
    if (!found.counts()) {
      next.add(new Effective(found.since(), mappings.at(now)));
    }
    mappings.replace(next);
  }

  private Optional<Mapping> compiled(Applied applied) {
    return mappings
        .version(applied.version())
        .filter(it -> it.text().digest().equals(applied.digest()));
  }

  /**
   * What of the mapping that counts does not fit the portal's list of categories as it is now: its
   * lines go by what they were written for, and may decide of nothing any more.
   */
  public List<Problem> unfit() {
    Mapping counting = mappings.at(time.instant());
    Problems problems = new Problems();
    var unused = compiler.compile(counting.text().file(), counting.text().content(), problems);
    return problems.list();
  }

  private void tellUnusable(String version, String why) {
    tell(
        "version %s of the mapping cannot be used here and is left out: %s"
            .formatted(version, why));
  }

  private void tell(String text) {
    alerts.accept(new Alert(Alert.Kind.MAPPING_UNUSABLE, Targets.PORTAL_CARE, text));
  }
}
