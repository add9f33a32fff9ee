package id.aduan.lapor;

import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal in memory: it counts what stands on it and misbehaves on request. */
public final class FakePortal implements Portal {
  private final Map<TrackingId, PortalState> states = new ConcurrentHashMap<>();
  private final List<FollowUp> followUps = new ArrayList<>();
  private final List<PortalFile> received = new ArrayList<>();
  private volatile Runnable beforeReading = () -> {};
  private volatile boolean silent;
  private volatile Optional<FileSource> files = Optional.empty();
  private final AtomicInteger readings = new AtomicInteger();
  private final Deque<Boolean> lostAnswers = new ArrayDeque<>();

  /** Where its files are fetched from now on. */
  public void files(FileSource source) {
    files = Optional.of(source);
  }

  @Override
  public Optional<FileSource> fileSource() {
    return files;
  }

  public void put(PortalState state) {
    states.put(state.complaint().id(), state);
  }

  /**
   * The next answer gets lost on the way back; {@code stored} says whether the follow-up stands.
   */
  public synchronized void loseNextAnswer(boolean stored) {
    lostAnswers.add(stored);
  }

  /** Somebody else's message stands there, which nothing tells from an answer of ours. */
  public synchronized void stands(FollowUp message) {
    followUps.add(message);
  }

  /** The files of all answers. */
  public synchronized List<PortalFile> files() {
    return List.copyOf(received);
  }

  public synchronized List<FollowUp> followUps() {
    return List.copyOf(followUps);
  }

  /** From now on it takes answers and tells nothing. */
  public void fallsSilent() {
    silent = true;
  }

  @Override
  public boolean reads() {
    return !silent;
  }

  @Override
  public PortalState complaint(TrackingId id) {
    PortalState state = states.get(id);
    if (state == null) {
      throw FarEndException.refused("portal answered 404; nothing was stored");
    }
    return state;
  }

  /** How often its list was read. */
  public int readings() {
    return readings.get();
  }

  /** What happens from now on before it answers with its list. */
  public void beforeReading(Runnable action) {
    beforeReading = action;
  }

  @Override
  public Page changed(Optional<Instant> updatedSince, String place) {
    beforeReading.run();
    readings.incrementAndGet();
    return new Page(List.copyOf(states.values()), List.of(), Optional.empty());
  }

  @Override
  public synchronized DeliveryResult publish(
      FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    Boolean lost = lostAnswers.poll();
    if (lost == null || lost) {
      followUps.add(followUp);
      received.addAll(files);
    }
    return lost == null ? new DeliveryResult.Accepted("") : new DeliveryResult.Unknown("cut off");
  }

  @Override
  public synchronized Lookup find(FollowUp followUp, int confirmedTwins) {
    long standing =
        followUps.stream()
            .filter(known -> known.complaint().equals(followUp.complaint()))
            .filter(known -> known.content().equals(followUp.content()))
            .count();
    return standing > confirmedTwins ? new Lookup.Found("") : new Lookup.Absent();
  }

  /**
   * A message is a tracking id and whatever else after a space, and means the state that was put;
   * anything else is unreadable.
   */
  @Override
  public PortalState read(byte[] raw) {
    try {
      String id = new String(raw, StandardCharsets.UTF_8).split(" ", 2)[0];
      return complaint(new TrackingId(id));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessageException("payload.shape", "a message is a tracking id");
    }
  }

  @Override
  public String twin(String content) {
    return content;
  }
}
