package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.FileTaking.Outcome;
import id.aduan.lapor.sync.FileTaking.Scope;
import id.aduan.lapor.sync.FileTaking.Taken;
import id.aduan.lapor.sync.FileTaking.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetching the files of a case as a target of the engine. One attempt goes over those that wait,
 * each kept in a unit of work of its own, so that one that does not come holds up no other; after
 * {@link #ATTEMPT_MAX} it begins no other, and the next attempt goes on with those that were tried
 * least. What has failed as often as the engine tries anything is lost, and so is what could not be
 * asked for in {@link FetchNotes#ORIGIN_TROUBLE_MAX}, the portal or its host being in trouble. It
 * is told, and never waits for a person (C9, F70). Only while our own disk takes nothing does it
 * wait for ever (F71). Fetching twice does no harm. Safe for use by many threads.
 */
public final class FileFetch implements DeliveryTarget {
  /** No file is begun later in one attempt. */
  static final Duration ATTEMPT_MAX = Duration.ofMinutes(10);

  private final CaseStore store;
  private final FileTaking taking;
  private final FileIntake intake;
  private final FileKept kept;
  private final FetchNotes notes;
  private final int attemptsMax;
  private final InstantSource time;

  /** Makes the target. */
  public FileFetch(
      CaseStore store,
      FileSource source,
      FileRules rules,
      FileIntake intake,
      FileKept kept,
      Attempts attempts) {
    this.store = store;
    this.taking = new FileTaking(source, rules, attempts.max());
    this.intake = intake;
    this.kept = kept;
    this.notes = new FetchNotes(store, kept, attempts);
    this.attemptsMax = attempts.max();
    this.time = attempts.time();
  }

  /** How often a file is tried, as often as the engine tries anything, and by which clock. */
  public record Attempts(int max, InstantSource time) {}

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    try {
      TrackingId complaint = envelope.lane().complaint();
      return new Round(store.read(tx -> store.files().of(tx, complaint))).run(envelope.attempts());
    } catch (StoreException e) {
      // Ours; what was fetched and not noted is fetched again.
      return DeliveryResult.entryTrouble("what was fetched was not noted: " + e.getMessage());
    }
  }

  /** One attempt over the files of a case, by one thread. */
  private final class Round {
    private final List<CaseFile> files;
    private final Instant until = time.instant().plus(ATTEMPT_MAX);

    /** By where files come from: the trouble that was met there. */
    private final Map<String, Waits> met = new HashMap<>();

    private Optional<Waits> worst = Optional.empty();
    private long caseBytes;
    private int ended;
    private int waiting;
    private int notBegun;

    Round(List<CaseFile> files) {
      this.files = files;
      this.caseBytes = files.stream().mapToLong(Round::bytes).sum();
    }

    private static long bytes(CaseFile file) {
      return file.original().map(StoredFile::bytes).orElse(0L);
    }

    DeliveryResult run(int attemptsBefore) {
      files.stream()
          .filter(file -> file.state() == State.WAITING)
          .sorted(Comparator.comparingInt(CaseFile::attempts).thenComparingInt(CaseFile::place))
          .forEach(this::fetch);
      Waits why = worst.orElse(null);
      if (why != null && why.isOfAll() && waiting > 0) {
        return later(Trouble.TARGET, why);
      }
      boolean goesOn = notBegun > 0 && ended > 0;
      boolean isOver = waiting + notBegun == 0 || attemptsBefore + 1 >= attemptsMax;
      return why == null || goesOn || isOver
          ? new DeliveryResult.Accepted("") // what waits goes on as a new entry, see accepted()
          : later(Trouble.ENTRY, why);
    }

    private DeliveryResult later(Trouble trouble, Waits why) {
      return new RetryLater(
          trouble,
          waiting + " files wait: " + why.why(),
          why.after().filter(it -> it.compareTo(Duration.ZERO) > 0));
    }

    private void fetch(CaseFile file) {
      String origin = taking.origin(file);
      Waits before = met.get(origin);
      if (before != null) {
        fails(file, before); // would fare the same
      } else if (worst.filter(Waits::isOfAll).isPresent()) {
        waiting++; // nobody else is asked while the far end or our disk is in trouble
      } else if (!time.instant().isBefore(until)) {
        notBegun++;
      } else {
        // Fetched once more, it does not count twice.
        Outcome outcome = taking.take(file, caseBytes - bytes(file));
        if (outcome instanceof Taken taken) {
          notes.taken(taken.file());
          caseBytes += bytes(taken.file()) - bytes(file);
          ended++;
        } else if (outcome instanceof Waits waits) {
          if (waits.scope() == Scope.DISK) {
            kept.noRoom(time.instant());
          }
          if (waits.scope() != Scope.FILE) {
            met.put(origin, waits);
          }
          fails(file, waits);
        }
      }
    }

    private void fails(CaseFile file, Waits waits) {
      if (notes.failed(file, waits)) {
        ended++;
      } else {
        waiting++;
        worst = worst.filter(Waits::isOfAll).or(() -> Optional.of(waits));
      }
    }
  }

  static CaseFile with(CaseFile file, State state, String reason, int attempts, Instant since) {
    return new CaseFile(
        file.complaint(),
        file.place(),
        file.attachment(),
        state,
        reason,
        attempts,
        file.findings(),
        file.original(),
        file.copies(),
        since);
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return new Lookup.Absent();
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return true;
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return true;
  }

  /** What waits still, since it came while this was under way, goes on by itself. */
  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    List<CaseFile> files = store.files().of(tx, envelope.lane().complaint());
    if (files.stream().anyMatch(file -> file.state() == State.WAITING)) {
      intake.fetch(
          tx, envelope.lane().complaint(), "after " + envelope.key().value(), time.instant());
    }
  }
}
