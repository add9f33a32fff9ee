package id.aduan.lapor.bench.load;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.ComplaintIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A SQLite store in which many complaints wait for one agency, each in a lane of its own. */
final class OpenLanes implements AutoCloseable {
  private static final int ENTRIES_PER_COMMIT = 1_000;
  private static final String WAITED_FOR = LoadSettings.agency(0);
  private static final String IDLE = LoadSettings.agency(1);
  private static final String TEXT =
      "Lampu jalan di depan pasar padam sejak tiga hari, mohon diperbaiki. ".repeat(15);

  private final JdbcStore store;
  private final Instant now;

  OpenLanes(Path folder, Instant now) {
    this.now = now;
    this.store =
        JdbcStore.sqlite(
            folder.resolve("lapor.db"), KeysetSealer.ofFile(folder.resolve("lapor.keys")));
  }

  /** Has so many more complaints wait, by their numbers. */
  void fill(int first, int count) {
    for (int done = 0; done < count; done += ENTRIES_PER_COMMIT) {
      int from = first + done;
      int to = first + Math.min(count, done + ENTRIES_PER_COMMIT);
      boolean unused =
          store.inTransaction(
              tx -> {
                boolean isNew = true;
                for (int i = from; i < to; i++) {
                  isNew &= store.outbox().enqueue(tx, opening(i), now);
                }
                return isNew;
              });
    }
  }

  private static NewEntry opening(int number) {
    TrackingId id = new TrackingId(Long.toString(Webhooks.FIRST_COMPLAINT + number));
    Lane lane = new Lane(id, WAITED_FOR);
    byte[] payload = ModelJson.writeFor(AgencyComplaint.of(complaint(id)));
    IdempotencyKey key = IdempotencyKey.of(lane, ComplaintIntake.OPEN, "bench");
    return new NewEntry(lane, ComplaintIntake.OPEN, key, payload, "");
  }

  private static Complaint complaint(TrackingId id) {
    return new Complaint(
        id,
        "[r1] Lampu jalan padam",
        TEXT,
        Optional.empty(),
        new Classification(Classification.Kind.ORDINARY_COMPLAINT, ""),
        "Website",
        new Visibility(Flag.FALSE, Flag.FALSE),
        Optional.empty(),
        Optional.empty(),
        "",
        new Status(Status.Stage.UNVERIFIED, Status.Actor.UNKNOWN, ""),
        Optional.empty(),
        List.of(),
        new Reporter("Warga", "0800000000", ""),
        List.of());
  }

  /**
   * Milliseconds of claiming so many entries and of its commit, the median of so many times. All
   * are given back: left as they are they would count as broken off at the next start.
   */
  double claimMillis(int entries, int times) {
    Share share = new Share(entries, entries, false, false, Instant.MAX);
    double[] millis = new double[times];
    List<Envelope> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      List<Envelope> claimed =
          store.inTransaction(
              tx -> store.claims().claim(tx, WAITED_FOR, share, now, Duration.ofMinutes(1)));
      millis[i] = (System.nanoTime() - begin) / 1e6;
      if (claimed.size() < entries) {
        throw new IllegalStateException("only " + claimed.size() + " entries were due");
      }
      all.addAll(claimed);
    }
    giveBack(all);
    Arrays.sort(millis);
    return millis[times / 2];
  }

  private void giveBack(List<Envelope> claimed) {
    boolean given =
        store.inTransaction(
            tx ->
                claimed.stream().allMatch(it -> store.claims().settle(tx, it, notBegun(it), now)));
    if (!given) {
      throw new IllegalStateException("a claim was lost meanwhile");
    }
  }

  private Settlement notBegun(Envelope claimed) {
    return new Settlement(
        State.WAITING,
        now,
        claimed.attempts(),
        claimed.lookUps(),
        false,
        "",
        Settlement.NOT_BEGUN,
        "not begun");
  }

  /** Milliseconds of finding nothing for another agency, the median of so many times. */
  double nothingMillis(int times) {
    Share share = new Share(16, 16, false, false, Instant.MAX);
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      boolean isDue = store.read(tx -> store.claims().nextDue(tx, IDLE, share)).isPresent();
      millis[i] = (System.nanoTime() - begin) / 1e6;
      if (isDue) {
        throw new IllegalStateException("something was due for an agency without complaints");
      }
    }
    Arrays.sort(millis);
    return millis[times / 2];
  }

  @Override
  public void close() {
    store.close();
  }
}
