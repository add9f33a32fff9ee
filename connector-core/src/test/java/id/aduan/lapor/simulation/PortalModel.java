package id.aduan.lapor.simulation;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The portal: complaints, what reporters and we say of them, callbacks that are repeated until
 * somebody takes them, and a list in pages. It knows what must never stand on it.
 */
final class PortalModel {
  private static final int ID_FIRST = 9_300_000;
  private static final int COMPLAINTS_MAX = 8;
  private static final int PAGE_MAX = 4;
  private static final List<Stage> STAGES =
      List.of(Stage.VERIFIED, Stage.IN_PROGRESS, Stage.REPORTER_REPLIED);

  /** Read by everybody, changed by what happens here alone. */
  final TreeMap<String, PortalState> rows = new TreeMap<>();

  /** Callbacks that nobody has taken yet, by their place in what was told. */
  final List<byte[]> callbacks = new ArrayList<>();

  final Set<String> published = new HashSet<>();

  private final Course course;
  private final Map<AgencyCode, AgencyModel> agencies;
  private final List<PortalState> told = new ArrayList<>();
  private final List<FollowUp> standing = new ArrayList<>();
  private final Map<String, Integer> newest = new HashMap<>();
  private int version;

  PortalModel(Course course, Map<AgencyCode, AgencyModel> agencies) {
    this.course = course;
    this.agencies = agencies;
  }

  /** Somebody does something there. */
  void somethingHappens() {
    boolean files =
        rows.isEmpty() || (rows.size() < COMPLAINTS_MAX && course.chance.nextInt(3) == 0);
    if (files) {
      String id = Integer.toString(ID_FIRST + rows.size());
      put(complaint(id, Integer.toString(1 + course.chance.nextInt(2))), List.of());
      course.tell("portal: " + id + " is filed");
      return;
    }
    List<PortalState> all = List.copyOf(rows.values());
    PortalState state = all.get(course.chance.nextInt(all.size()));
    if (course.chance.nextInt(4) == 0) {
      String text = "Balasan pelapor nomor " + version;
      agencies.values().forEach(agency -> agency.replied(text));
      List<PortalEntry> entries = new ArrayList<>(state.entries());
      entries.add(entry(entries.size() + 1, PortalEntry.Kind.REPORTER_REPLY, text));
      put(state.complaint(), entries);
    } else {
      put(state.complaint(), state.entries());
    }
    course.tell("portal: " + state.complaint().id() + " is at version " + version);
  }

  private static Complaint complaint(String id, String institution) {
    Complaint sample = Samples.complaint(id, "");
    return new Complaint(
        sample.id(),
        "",
        "",
        sample.category(),
        sample.classification(),
        sample.channel(),
        new Visibility(Flag.FALSE, Flag.FALSE),
        sample.receivedAt(),
        sample.incidentOn(),
        sample.location(),
        sample.status(),
        Optional.of(new Institution(institution, "")),
        List.of(),
        sample.reporter(),
        List.of());
  }

  private void put(Complaint complaint, List<PortalEntry> entries) {
    version++;
    Stage stage = STAGES.get(course.chance.nextInt(STAGES.size()));
    Complaint now =
        new Complaint(
            complaint.id(),
            "v" + version,
            "Lampu jalan di depan pasar mati, keterangan ke-" + version + " dari pelapor.",
            complaint.category(),
            complaint.classification(),
            complaint.channel(),
            complaint.visibility(),
            complaint.receivedAt(),
            complaint.incidentOn(),
            complaint.location(),
            new Status(stage, Actor.ADMIN, stage.name()),
            complaint.disposition(),
            List.of(),
            complaint.reporter(),
            List.of());
    store(now, entries);
  }

  private void store(Complaint complaint, List<PortalEntry> entries) {
    Instant second = course.now().truncatedTo(ChronoUnit.SECONDS);
    PortalState state =
        new PortalState(
            complaint, OptionalLong.of(version), Optional.of(second), true, entries, List.of());
    rows.put(complaint.id().value(), state);
    boolean thin = course.chance.nextInt(4) == 0;
    told.add(
        thin ? new PortalState(complaint, OptionalLong.empty(), Optional.empty(), false) : state);
    callbacks.add(Integer.toString(told.size() - 1).getBytes(StandardCharsets.UTF_8));
  }

  private PortalEntry entry(int number, PortalEntry.Kind kind, String text) {
    return new PortalEntry(
        Integer.toString(number),
        PortalEntry.Origin.FOLLOW_UP,
        kind,
        Optional.of(course.now()),
        Optional.empty(),
        Optional.empty(),
        "",
        text,
        Flag.FALSE,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  DeliveryResult publish(FollowUp answer) {
    AgencyModel.Said said =
        Optional.ofNullable(agencies.get(answer.agency()))
            .map(agency -> agency.answers.get(answer.content()))
            .orElse(null);
    if (said == null) {
      throw course.fail("C13: what no officer said stands on the portal: " + answer);
    }
    course.require(
        published.add(answer.content()), "C3: " + answer + " stands on the portal twice");
    String lane = answer.agency() + " " + said.reference();
    Integer before = newest.put(lane, said.place());
    course.require(
        before == null || before < said.place(),
        "C8: answer " + said.place() + " of " + lane + " stands behind answer " + before);
    standing.add(answer);
    PortalState state = row(answer.complaint());
    List<PortalEntry> entries = new ArrayList<>(state.entries());
    entries.add(entry(entries.size() + 1, PortalEntry.Kind.ANSWER, answer.content()));
    version++;
    store(titled(state.complaint()), entries);
    return new DeliveryResult.Accepted("");
  }

  /** An entry changes the revision, and nothing that the reporter wrote. */
  private Complaint titled(Complaint complaint) {
    return new Complaint(
        complaint.id(),
        "v" + version,
        complaint.content(),
        complaint.category(),
        complaint.classification(),
        complaint.channel(),
        complaint.visibility(),
        complaint.receivedAt(),
        complaint.incidentOn(),
        complaint.location(),
        complaint.status(),
        complaint.disposition(),
        List.of(),
        complaint.reporter(),
        List.of());
  }

  Lookup find(FollowUp answer, int confirmedTwins) {
    long there =
        standing.stream()
            .filter(it -> it.complaint().equals(answer.complaint()))
            .filter(it -> it.content().equals(answer.content()))
            .count();
    return there > confirmedTwins ? new Lookup.Found("") : new Lookup.Absent();
  }

  PortalState row(TrackingId id) {
    PortalState state = rows.get(id.value());
    if (state == null) {
      throw FarEndException.absent("GET answered 404; nothing was read");
    }
    return state;
  }

  PortalState read(byte[] callback) {
    return told.get(Integer.parseInt(new String(callback, StandardCharsets.UTF_8)));
  }

  Page changed(Optional<Instant> since, String place) {
    List<PortalState> shown =
        rows.values().stream()
            .filter(
                it -> since.filter(from -> it.updatedAt().orElseThrow().isBefore(from)).isEmpty())
            .sorted(Comparator.comparingLong(it -> it.revision().orElseThrow()))
            .toList();
    int from = place.isEmpty() ? 0 : Math.min(shown.size(), Integer.parseInt(place));
    int to = Math.min(shown.size(), from + PAGE_MAX);
    return new Page(
        shown.subList(from, to),
        List.of(),
        to < shown.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }
}
