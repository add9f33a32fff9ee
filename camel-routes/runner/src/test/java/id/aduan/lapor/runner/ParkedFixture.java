package id.aduan.lapor.runner;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
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
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Cases whose openings at an agency are parked, in a store that nobody owns meanwhile. */
public final class ParkedFixture {
  private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");
  private static final long FIRST_CASE = 9_300_001;
  private final Path file;

  private ParkedFixture(Path file) {
    this.file = file;
  }

  /** The store of {@link SampleConfig} in this folder. */
  public static ParkedFixture in(Path folder) {
    return new ParkedFixture(folder.resolve("store/lapor.db"));
  }

  public static String caseNumber(int index) {
    return Long.toString(FIRST_CASE + index);
  }

  /** Adds so many cases, each with one entry that is parked with this code. */
  public void park(int cases, String agency, String code) {
    with(
        store -> {
          int before = store.read(store.complaints()::all).size();
          return store.inTransaction(
              tx -> {
                for (int i = 0; i < cases; i++) {
                  add(store, tx, caseNumber(before + i), agency);
                }
                for (Envelope claimed :
                    store.claims().claim(tx, agency, all(cases), AT, Duration.ofMinutes(1))) {
                  store
                      .claims()
                      .settle(
                          tx,
                          claimed,
                          new Settlement(State.PARKED, AT, 3, 0, false, "", code, "no"),
                          AT);
                }
                return true;
              });
        });
  }

  private static Share all(int cases) {
    return new Share(cases, cases, false, false, Instant.MAX);
  }

  private static void add(JdbcStore store, Tx tx, String number, String agency) {
    Complaint complaint = complaint(number);
    CaseRecord.Assignment to =
        new CaseRecord.Assignment(new AgencyCode(agency), "CATEGORY", "m:1", "2026-11-01");
    store
        .complaints()
        .save(
            tx,
            new CaseRecord(complaint, OptionalLong.empty(), Optional.empty(), AT, Optional.of(to)));
    store.outbox().enqueue(tx, opening(complaint, agency), AT);
  }

  public static NewEntry opening(Complaint complaint, String agency) {
    Lane lane = new Lane(complaint.id(), agency);
    byte[] payload = ModelJson.writeFor(AgencyComplaint.of(complaint));
    return new NewEntry(
        lane, "open", IdempotencyKey.of(lane, "open", complaint.id().value()), payload, "");
  }

  public static Complaint complaint(String number) {
    return new Complaint(
        new TrackingId(number),
        "Lampu jalan mati",
        "Gelap sejak Senin; hubungi ZZPII-3.",
        Optional.of(new Category("1398", "")),
        Classification.UNKNOWN,
        "Website",
        new Visibility(Flag.FALSE, Flag.FALSE),
        Optional.of(AT),
        Optional.empty(),
        "Bintan Timur",
        Status.UNKNOWN,
        Optional.empty(),
        List.of(),
        new Reporter("Siti ZZPII-1", "0812-ZZPII-2", "zzpii@example.invalid"),
        List.of());
  }

  /** The entries of a case, as they stand. */
  public List<OutboxView.Row> entries(String number) {
    return with(
        store -> store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(number))));
  }

  /** How many entries are in a state. */
  public long count(State state) {
    return with(
        store ->
            store.read(store.outboxView()::counts).stream()
                .filter(count -> count.state() == state)
                .mapToLong(OutboxView.Count::entries)
                .sum());
  }

  /** Works with the store as its owner. */
  public <T> T with(Function<JdbcStore, T> work) {
    Path keys = file.resolveSibling(file.getFileName() + ".keys");
    try (JdbcStore store = JdbcStore.sqlite(file, KeysetSealer.ofFile(keys))) {
      return work.apply(store);
    }
  }
}
