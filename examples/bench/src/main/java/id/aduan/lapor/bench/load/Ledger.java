package id.aduan.lapor.bench.load;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;

/**
 * What the portal was promised, and what the agencies got: each acknowledged revision has to arrive
 * (or a newer one of the same complaint), each complaint opens one ticket, and no older content
 * follows a newer one. Safe for use by many threads.
 */
public final class Ledger {
  private static final long MICROS_MAX = 600_000_000L;

  private final long[] phaseEnds;
  private final int agencies;
  private final long[][] due;
  private final int[] acknowledged;
  private final int[] seen;
  private final boolean[] opened;
  private final Set<String> keys = new HashSet<>();
  private final Histogram[][] micros;
  private long begin;
  private int acknowledgedComplaints;
  private long arrivals;
  private long repeated;
  private long doubled;
  private long outOfOrder;
  private long lastArrival;

  /**
   * Makes one.
   *
   * @param phaseEnds when each phase but the last ends, in nanoseconds after the begin: times are
   *     kept apart by the phase in which a message was due
   */
  public Ledger(Traffic traffic, int agencies, long... phaseEnds) {
    this.agencies = agencies;
    this.phaseEnds = phaseEnds.clone();
    this.due = new long[traffic.complaints()][];
    this.acknowledged = new int[traffic.complaints()];
    this.seen = new int[traffic.complaints()];
    this.opened = new boolean[traffic.complaints()];
    this.micros = new Histogram[phaseEnds.length + 1][agencies];
    for (Histogram[] phase : micros) {
      Arrays.setAll(phase, i -> new Histogram(MICROS_MAX, 3));
    }
    for (Traffic.Event event : traffic.events()) {
      if (event.kind() != Traffic.Kind.REDELIVERY) {
        remember(event);
      }
    }
  }

  private void remember(Traffic.Event event) {
    long[] known = due[event.complaint()];
    long[] longer = known == null ? new long[1] : Arrays.copyOf(known, known.length + 1);
    longer[longer.length - 1] = event.dueNanos();
    due[event.complaint()] = longer;
  }

  /** What the agencies tell, of complaints here and of their files there. */
  AgencyDesks.Arrivals with(Enclosures enclosures) {
    return new AgencyDesks.Arrivals() {
      @Override
      public void arrived(int complaint, int revision, String key, boolean opens, long nanos) {
        Ledger.this.arrived(complaint, revision, key, opens, nanos);
      }

      @Override
      public void fileArrived(int complaint, String key) {
        enclosures.arrived(complaint);
      }
    };
  }

  /** The moment that all that is due counts from, by the monotonic clock. */
  public synchronized void begin(long nanos) {
    begin = nanos;
  }

  /** The portal was told that this is kept. */
  public synchronized void acknowledged(int complaint, int revision) {
    if (acknowledged[complaint] == 0) {
      acknowledgedComplaints++;
    }
    acknowledged[complaint] = Math.max(acknowledged[complaint], revision);
  }

  /**
   * An agency has a whole request.
   *
   * @param key as the request bore it
   * @param opens whether it asks for a ticket, rather than changes one
   */
  public synchronized void arrived(
      int complaint, int revision, String key, boolean opens, long nanos) {
    arrivals++;
    lastArrival = nanos;
    boolean isKnown = !keys.add(key);
    if (isKnown) {
      repeated++;
    }
    if (revision < seen[complaint] || (!opens && !opened[complaint])) {
      outOfOrder++;
    }
    if (opens) {
      if (opened[complaint] && !isKnown) {
        doubled++;
      }
      opened[complaint] = true;
    }
    for (int i = seen[complaint]; i < revision; i++) {
      time(complaint, due[complaint][i], nanos);
    }
    seen[complaint] = Math.max(seen[complaint], revision);
  }

  private void time(int complaint, long due, long nanos) {
    long took = Math.max(1, (nanos - begin - due) / 1_000);
    int phase = 0;
    while (phase < phaseEnds.length && due >= phaseEnds[phase]) {
      phase++;
    }
    micros[phase][complaint % agencies].recordValue(Math.min(MICROS_MAX, took));
  }

  /** From when a message was due until the agency had it, of these agencies. */
  public synchronized Histogram micros(int phase, IntPredicate ofAgency) {
    Histogram all = new Histogram(MICROS_MAX, 3);
    for (int i = 0; i < agencies; i++) {
      if (ofAgency.test(i)) {
        all.add(micros[phase][i]);
      }
    }
    return all;
  }

  /** Requests that the agencies got, repeated ones too. */
  public synchronized long arrivals() {
    return arrivals;
  }

  /** When the last one came, by the monotonic clock. */
  public synchronized long lastArrival() {
    return lastArrival;
  }

  /**
   * What is to be said at the end.
   *
   * @param lost complaints whose newest acknowledged revision never came to their agency
   * @param repeated requests under a key that had come before
   * @param doubled requests for another ticket of a complaint under another key
   * @param outOfOrder older contents after newer ones, and changes of tickets that nobody opened
   */
  public record Verdict(long lost, long repeated, long doubled, long outOfOrder) {}

  /** The verdict over these agencies; while deliveries are under way, lost ones are open ones. */
  public synchronized Verdict verdict(IntPredicate ofAgency) {
    long lost = 0;
    for (int i = 0; i < acknowledged.length; i++) {
      if (seen[i] < acknowledged[i] && ofAgency.test(i % agencies)) {
        lost++;
      }
    }
    return new Verdict(lost, repeated, doubled, outOfOrder);
  }

  /** Complaints of which anything was acknowledged. */
  public synchronized int complaints() {
    return acknowledgedComplaints;
  }
}
