package id.aduan.lapor.sync;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A list that lives: numbered pages over what has changed since. */
class LivingList implements PortalReader {
  final TreeMap<String, PortalState> items = new TreeMap<>();
  final List<Unreadable> unreadable = new ArrayList<>();
  Optional<Comparator<PortalState>> order = Optional.of(BY_CHANGE);
  boolean filters = true;
  boolean tellsTimes = true;
  int pageSize = 1;
  int calls;
  Instant now = PortalPollTest.START;
  int version;

  static final Comparator<PortalState> BY_CHANGE =
      Comparator.comparing(state -> state.updatedAt().orElseThrow());

  void changes(String id, Duration later) {
    now = now.plus(later);
    version++;
    items.put(
        id,
        new PortalState(titled(id, "v" + version), OptionalLong.empty(), Optional.of(now), true));
  }

  private static Complaint titled(String id, String title) {
    Complaint sample = Samples.complaint(id, "");
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
        sample.replies());
  }

  /** What happens to the list just before a call. */
  void beforeCall() {}

  @Override
  public Page changed(Optional<Instant> since, String place) {
    calls++;
    beforeCall();
    int page = place.equals(FIRST) ? 1 : Integer.parseInt(place);
    List<PortalState> found =
        new ArrayList<>(
            items.values().stream().filter(item -> !filters || in(item, since)).toList());
    order.ifPresent(found::sort);
    int from = Math.min(found.size(), (page - 1) * pageSize);
    int to = Math.min(found.size(), page * pageSize);
    List<PortalState> shown = found.subList(from, to).stream().map(this::told).toList();
    Optional<String> next =
        to < found.size() ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
    return new Page(shown, page == 1 ? unreadable : List.of(), next);
  }

  private static boolean in(PortalState item, Optional<Instant> since) {
    return since.isEmpty() || !item.updatedAt().orElseThrow().isBefore(since.get());
  }

  private PortalState told(PortalState item) {
    return tellsTimes
        ? item
        : new PortalState(item.complaint(), OptionalLong.empty(), Optional.empty(), true);
  }

  @Override
  public PortalState complaint(TrackingId id) {
    throw new AssertionError("not asked for");
  }
}
