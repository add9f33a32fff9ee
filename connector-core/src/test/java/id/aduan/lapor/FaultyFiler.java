package id.aduan.lapor;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Filing on a portal in memory: it keeps a ledger of what was done to it, and each call goes wrong
 * as it is told. What was created is told by the {@link FakePortal} too.
 */
public final class FaultyFiler implements PortalFiler {
  private final FakePortal portal;
  private final List<Filed> filed = new ArrayList<>();
  private final Map<String, List<PortalFile>> uploads = new LinkedHashMap<>();
  private final Map<TrackingId, List<String>> forwarded = new LinkedHashMap<>();
  private final List<String> explained = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Function<Call, Fault> plan = call -> Fault.NONE;
  private Ability ability = new Ability(true, true, true);
  private Optional<String> wrongNumber = Optional.empty();
  private boolean tells = true;
  private boolean dead;
  private Runnable dying = () -> {};

  public FaultyFiler(FakePortal portal) {
    this.portal = portal;
  }

  /** A call that has a fault to be. */
  public enum Call {
    UPLOAD,
    CREATE,
    FORWARD,
    FIND,
    LOOK
  }

  /** How a call goes wrong. */
  public enum Fault {
    NONE,
    /** The request never arrived, which nobody here knows. */
    LOST,
    /** It was carried out, and the answer never arrived. */
    ANSWER_LOST,
    /** It was carried out, and the answer is a success that names nothing. */
    NO_ID,
    /** The portal is in trouble; nothing was done. */
    TROUBLE,
    REFUSED,
    /** The process that calls dies before the request leaves. */
    DEATH_BEFORE,
    /** It dies when all was carried out, and before it hears of that. */
    DEATH_AFTER
  }

  /** A complaint on the ledger. */
  public record Filed(
      TrackingId id, Report report, List<PortalFile> files, List<String> forwardedTo) {}

  public synchronized void plan(Function<Call, Fault> newPlan) {
    plan = newPlan;
  }

  /** The next call of this kind goes wrong so, and no other. */
  public synchronized void once(Call which, Fault fault) {
    boolean[] used = {false};
    plan(
        call -> {
          boolean now = call == which && !used[0];
          used[0] |= now;
          return now ? fault : Fault.NONE;
        });
  }

  public synchronized void ability(Ability newAbility) {
    ability = newAbility;
  }

  /** Whether the portal's list holds what was created. */
  public synchronized void tells(boolean newTells) {
    tells = newTells;
  }

  /** What is done at the moment at which a process dies: to keep what it leaves behind. */
  public synchronized void dying(Runnable newDying) {
    dying = newDying;
  }

  /** Whether whoever calls has died: none of its calls has an effect any more. */
  public synchronized boolean dead() {
    return dead;
  }

  /** Another process calls from now on. */
  public synchronized void revive() {
    dead = false;
  }

  private IllegalStateException die() {
    dying.run();
    dead = true;
    return new IllegalStateException("this process is dead");
  }

  private void refuseTheDead() {
    if (dead) {
      throw new IllegalStateException("this process is dead");
    }
  }

  /** The next created complaint is answered with this number instead of its own. */
  public synchronized void answerOnceWith(String number) {
    wrongNumber = Optional.of(number);
  }

  public synchronized List<Filed> ledger() {
    return List.copyOf(filed);
  }

  /** How often files were uploaded. */
  public synchronized int uploads() {
    return uploads.size();
  }

  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public synchronized Ability ability() {
    return ability;
  }

  @Override
  public synchronized DeliveryResult upload(List<PortalFile> files) {
    return ended(
        Call.UPLOAD,
        () -> {
          String reference = "f" + uploads.size();
          uploads.put(reference, List.copyOf(files));
          return reference;
        });
  }

  @Override
  public synchronized DeliveryResult create(Report report, String uploaded) {
    return ended(
        Call.CREATE,
        () -> {
          TrackingId id = new TrackingId(Integer.toString(9_870_001 + filed.size()));
          List<PortalFile> files =
              uploaded.isEmpty() ? List.of() : uploads.getOrDefault(uploaded, List.of());
          filed.add(new Filed(id, report, files, new ArrayList<>()));
          if (tells) {
            portal.put(Samples.state(complaint(id, report)));
          }
          String number = wrongNumber.orElse(id.value());
          wrongNumber = Optional.empty();
          return number;
        });
  }

  private static Complaint complaint(TrackingId id, Report report) {
    Complaint like = Samples.complaint(id.value(), report.categoryId().orElse(""));
    return new Complaint(
        id,
        report.title(),
        report.content(),
        like.category(),
        like.classification(),
        "Instansi",
        new Visibility(Flag.of(report.anonymous()), Flag.of(report.secret())),
        like.receivedAt(),
        report.incidentOn(),
        "",
        like.status(),
        Optional.of(new Institution("151345", "")),
        List.of(),
        report.reporter(),
        List.of());
  }

  @Override
  public synchronized Lookup findCreated(Report report, Instant since) {
    return looked(
        Call.FIND,
        () ->
            filed.stream()
                .filter(it -> it.report().content().contains(report.reference()))
                .findFirst()
                .<Lookup>map(it -> new Lookup.Found(it.id().value()))
                .orElseGet(Lookup.Absent::new));
  }

  @Override
  public synchronized DeliveryResult forward(
      TrackingId id, String institution, String explanation) {
    return ended(
        Call.FORWARD,
        () -> {
          forwardings(id).add(institution);
          explained.add(explanation);
          return "";
        });
  }

  @Override
  public synchronized Lookup isForwarded(TrackingId id, String institution) {
    return looked(
        Call.LOOK,
        () -> forwardings(id).contains(institution) ? new Lookup.Found("") : new Lookup.Absent());
  }

  /** Where a complaint was forwarded to, each time that it was. */
  public synchronized List<String> forwardedTo(TrackingId id) {
    return List.copyOf(forwardings(id));
  }

  /** What stands beside the forwardings, each time that there was one. */
  public synchronized List<String> explained() {
    return List.copyOf(explained);
  }

  private List<String> forwardings(TrackingId id) {
    return filed.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(Filed::forwardedTo)
        .orElseGet(() -> forwarded.computeIfAbsent(id, unknown -> new ArrayList<>()));
  }

  /** Does what a call does, and gives its reference. */
  @FunctionalInterface
  private interface Act {
    String done();
  }

  private DeliveryResult ended(Call call, Act act) {
    refuseTheDead();
    calls.add(call.name());
    return switch (plan.apply(call)) {
      case NONE -> new Accepted(act.done());
      case LOST -> new Unknown("cut off");
      case ANSWER_LOST -> {
        act.done();
        yield new Unknown("no answer in time");
      }
      case NO_ID -> {
        act.done();
        yield new Unknown("a success without an id");
      }
      case TROUBLE -> DeliveryResult.targetTrouble("portal answered 503");
      case REFUSED -> new DeliveryResult.Refused("http.422", "portal answered 422");
      case DEATH_BEFORE -> throw die();
      case DEATH_AFTER -> {
        act.done();
        throw die();
      }
    };
  }

  /** Finds out. */
  @FunctionalInterface
  private interface Look {
    Lookup at();
  }

  private Lookup looked(Call call, Look look) {
    refuseTheDead();
    calls.add(call.name());
    return switch (plan.apply(call)) {
      case NONE, NO_ID -> look.at();
      case LOST, ANSWER_LOST, TROUBLE -> new Lookup.CannotTell("portal answered 503");
      case REFUSED -> new Lookup.CannotTell("portal answered 422", false);
      case DEATH_BEFORE, DEATH_AFTER -> throw die();
    };
  }
}
