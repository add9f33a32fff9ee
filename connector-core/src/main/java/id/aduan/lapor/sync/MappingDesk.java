package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Mappings.Effective;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.KeptMappings.Loaded;
import id.aduan.lapor.sync.MappingVersions.Applied;
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
  private static final String ENGINE = "engine";
  private static final String SUBJECT = "mapping";
  private final CaseStore store;
  private final Mappings mappings;
  private final MappingCompiler compiler;
  private final KeptMappings kept;
  private final Mapping configured;
  private final InstantSource time;
  private final Consumer<Alert> alerts;
  private Seen loaded = new Seen(-1, -1);

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
    /** It counts from then on. */
    record Applies(String version, Instant from) implements Outcome {}

    /** It counts already; nothing was changed. */
    record Counts(String version, Instant since) implements Outcome {}

    /** It cannot be used; nothing was changed. */
    record Faulty(List<Problem> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** The moment has passed, or is too far ahead; nothing was changed. */
    record BadMoment() implements Outcome {}
  }

  /**
   * Makes the configured mapping known: a version that the store does not know counts from now on.
   * One that it knows changes nothing, even where another counts by now.
   *
   * @throws ConfigurationFault when its version stands for another content already
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public void begin() {
    boolean isNew = store.inTransaction(tx -> makeKnown(tx, time.instant()));
    boolean unused = takeUp();
    Mapping counting = mappings.at(time.instant());
    if (!isNew && !counting.version().equals(configured.version())) {
      LOG.warn(
          "the configured mapping is version {}, but version {} counts; 'lapor mapping apply' lets"
              + " the configured one count",
          configured.version(),
          counting.version());
    }
  }

  private boolean makeKnown(Tx tx, Instant now) {
    MappingChecks.tooLong(configured).ifPresent(MappingDesk::fault);
    Optional<Applied> known = store.mappings().find(tx, configured.version());
    known.flatMap(it -> MappingChecks.otherContent(configured, it)).ifPresent(MappingDesk::fault);
    if (known.isEmpty()) {
      refuseFaults();
      apply(tx, configured, now, now, new Actor(ENGINE, ""));
    }
    return known.isEmpty();
  }

  /** What has not counted yet is held against the portal's list as it is now. */
  private void refuseFaults() {
    Problems problems = new Problems();
    var unused = compiler.compile(configured.text().file(), configured.text().content(), problems);
    problems.throwIfAny();
  }

  private static void fault(Problem problem) {
    throw new ConfigurationFault(List.of(problem));
  }

  /**
   * Switches to another mapping, now or at a moment.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had; it does not count
   *     then
   */
  public Outcome apply(Order order) {
    Problems problems = new Problems();
    Mapping mapping = compiler.compileWhole(order.file(), order.content(), problems);
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
    Optional<Applied> then =
        KeptMappings.counting(store.mappings().applied(tx, KeptMappings.APPLIED_MAX), from);
    if (then.isPresent() && then.get().version().equals(mapping.version())) {
      return new Outcome.Counts(mapping.version(), then.get().effectiveAt());
    }
    apply(tx, mapping, from, now, new Actor(order.by().actor(), order.by().reason()));
    return new Outcome.Applies(mapping.version(), from);
  }

  /** The entry that decides at a moment; empty where none does yet. */
  public static Optional<Applied> counting(List<Applied> applied, Instant at) {
    return KeptMappings.counting(applied, at);
  }

  private record Actor(String name, String reason) {}

  private void apply(Tx tx, Mapping mapping, Instant from, Instant now, Actor by) {
    store
        .mappings()
        .add(
            tx,
            new Applied(
                0,
                mapping.version(),
                mapping.text().file(),
                mapping.text().digest(),
                from,
                now,
                by.name(),
                by.reason()),
            mapping.text().content());
    String what =
        "version %s from %s on, sha256 %.12s"
            .formatted(mapping.version(), from, mapping.text().digest());
    String why = by.reason().isEmpty() ? "" : "; reason: " + by.reason();
    store
        .audit()
        .append(tx, new AuditEntry(now, by.name(), Action.MAPPING_APPLIED, SUBJECT, what + why));
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

  /** The youngest mapping, and since when the list of categories counts. */
  private record Seen(long mapping, long categories) {}

  private Seen seen(Tx tx) {
    return new Seen(store.mappings().newest(tx), store.catalogues().countingSince(tx));
  }

  private void reload(Seen seen) {
    Instant now = time.instant();
    boolean sameList = seen.categories() == loaded.categories();
    Loaded found = kept.load(now, each -> sameList ? compiled(each) : Optional.empty());
    found.unusable().forEach(this::tellUnusable);
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

  private void tellUnusable(String version, String why) {
    alerts.accept(
        new Alert(
            Alert.Kind.MAPPING_UNUSABLE,
            Targets.PORTAL_CARE,
            "version %s of the mapping cannot be used here and is left out: %s"
                .formatted(version, why)));
  }
}
