package id.aduan.lapor.sync;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A portal in memory, as it may be: with or without revisions, times of change, a list, a filter of
 * it; places that are numbers or keys; rows that appear late. Its clock and its faults are the
 * simulation's.
 */
final class SimPortal implements PortalReader, PortalMessages {
  private static final int ID_FIRST = 9_200_000;
  private static final List<Stage> OPEN =
      List.of(Stage.UNVERIFIED, Stage.VERIFIED, Stage.IN_PROGRESS, Stage.REPORTER_REPLIED);

  /** What the portal can do, and does wrong. */
  record Manner(
      boolean revisions,
      boolean times,
      boolean lists,
      boolean filters,
      boolean byKey,
      int order,
      int pageSize,
      Duration lateMax) {}

  /** One complaint there. */
  static final class Row {
    PortalState state;
    Instant shownFrom;
    boolean deleted;

    Row(PortalState state, Instant shownFrom) {
      this.state = state;
      this.shownFrom = shownFrom;
    }
  }

  final Manner manner;
  final TreeMap<String, Row> rows = new TreeMap<>();

  private final List<PortalState> told = new ArrayList<>();
  private final RandomGenerator chance;
  private final Supplier<Instant> clock;
  private long version;

  /** Runs before each call; may throw, and may change what is there. */
  Runnable beforeCall = () -> {};

  /** The list leads in a circle. */
  boolean circles;

  SimPortal(Manner manner, RandomGenerator chance, Supplier<Instant> clock) {
    this.manner = manner;
    this.chance = chance;
    this.clock = clock;
  }

  /** A reporter files a complaint. */
  String files() {
    String id = Integer.toString(ID_FIRST + rows.size());
    put(id, Stage.UNVERIFIED, new Visibility(Flag.of(chance.nextInt(4) == 0), Flag.FALSE));
    return id;
  }

  /** Somebody does something with it. */
  void changes(String id) {
    Complaint now = row(id).state.complaint();
    Stage before = now.status().stage();
    Stage next =
        before == Stage.CLOSED || chance.nextInt(4) > 0
            ? OPEN.get(chance.nextInt(OPEN.size()))
            : Stage.CLOSED;
    put(id, next, now.visibility());
  }

  void closes(String id) {
    put(id, Stage.CLOSED, row(id).state.complaint().visibility());
  }

  void hides(String id) {
    Complaint now = row(id).state.complaint();
    put(id, now.status().stage(), new Visibility(now.visibility().anonymous(), Flag.TRUE));
  }

  void deletes(String id) {
    row(id).deleted = true;
  }

  Row row(String id) {
    Row row = rows.get(id);
    if (row == null) {
      throw new AssertionError("no row " + id);
    }
    return row;
  }

  private void put(String id, Stage stage, Visibility visibility) {
    version++;
    Instant second = clock.get().truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> last = Optional.ofNullable(rows.get(id)).flatMap(it -> it.state.updatedAt());
    Instant at = last.filter(it -> it.isAfter(second)).orElse(second);
    Complaint complaint =
        Samples.with(
            titled(Samples.complaint(id, ""), "v" + version),
            visibility,
            new Status(stage, Actor.UNKNOWN, stage.name()));
    PortalState state = new PortalState(complaint, OptionalLong.of(version), Optional.of(at), true);
    long late = manner.lateMax().toMillis();
    Instant shown = clock.get().plusMillis(late == 0 ? 0 : chance.nextLong(late));
    Row row = rows.get(id);
    if (row == null) {
      rows.put(id, new Row(state, shown));
    } else {
      row.state = state;
      row.shownFrom = shown;
    }
  }

  private static Complaint titled(Complaint sample, String title) {
    return new Complaint(
        sample.id(),
        title,
        sample.content(),
        sample.category(),
        sample.classification(),
        sample.channel(),
        sample.visibility(),
        sample.receivedAt(),
        sample.incidentOn(),
        sample.location(),
        sample.status(),
        sample.disposition(),
        sample.attachments(),
        sample.reporter(),
        List.of());
  }

  /** A callback that tells of it as it is now; a thin one names it only. */
  byte[] callback(String id, boolean thin) {
    PortalState full = told(row(id).state);
    told.add(
        thin
            ? new PortalState(full.complaint(), OptionalLong.empty(), Optional.empty(), false)
            : full);
    return Integer.toString(told.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public PortalState read(byte[] raw) {
    return told.get(Integer.parseInt(new String(raw, StandardCharsets.UTF_8)));
  }

  /** As this portal tells it. */
  private PortalState told(PortalState state) {
    return new PortalState(
        state.complaint(),
        manner.revisions() ? state.revision() : OptionalLong.empty(),
        manner.times() ? state.updatedAt() : Optional.empty(),
        true);
  }

  @Override
  public boolean lists() {
    return manner.lists();
  }

  @Override
  public PortalState complaint(TrackingId id) {
    beforeCall.run();
    Row row = rows.get(id.value());
    if (row == null || row.deleted) {
      throw FarEndException.absent("GET answered 404; nothing was read");
    }
    return told(row.state);
  }

  @Override
  public Page changed(Optional<Instant> since, String place) {
    beforeCall.run();
    List<Row> shown = new ArrayList<>(rows.values());
    shown.removeIf(row -> row.deleted || row.shownFrom.isAfter(clock.get()));
    if (manner.filters() && manner.times()) {
      shown.removeIf(
          row -> since.filter(it -> row.state.updatedAt().orElseThrow().isBefore(it)).isPresent());
    }
    return manner.byKey() ? afterKey(shown, place) : numbered(shown, place);
  }

  private Page numbered(List<Row> shown, String place) {
    Comparator<Row> byChange = Comparator.comparing(SimPortal::key);
    switch (manner.order()) {
      case 0 -> shown.sort(byChange);
      case 1 -> shown.sort(byChange.reversed());
      default -> shown.sort(Comparator.comparing(row -> row.state.complaint().id().value()));
    }
    int page = place.equals(FIRST) ? 0 : Integer.parseInt(place);
    int from = Math.min(shown.size(), (circles ? 0 : page) * manner.pageSize());
    int to = Math.min(shown.size(), from + manner.pageSize());
    return page(
        shown.subList(from, to),
        to < shown.size() || circles ? Optional.of(Integer.toString(page + 1)) : Optional.empty());
  }

  private Page afterKey(List<Row> shown, String place) {
    shown.sort(Comparator.comparing(SimPortal::key));
    shown.removeIf(row -> !circles && key(row).compareTo(place) <= 0);
    int to = Math.min(shown.size(), manner.pageSize());
    return page(
        shown.subList(0, to),
        to < shown.size() || (circles && to > 0)
            ? Optional.of(key(shown.get(to - 1)))
            : Optional.empty());
  }

  private Page page(List<Row> shown, Optional<String> next) {
    return new Page(shown.stream().map(row -> told(row.state)).toList(), List.of(), next);
  }

  private static String key(Row row) {
    return "%020d %s"
        .formatted(row.state.updatedAt().orElseThrow().toEpochMilli(), row.state.complaint().id());
  }
}
