package id.aduan.lapor.portal.stream;

import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.StreamProfile.Name;
import id.aduan.lapor.portal.profile.StreamProfile.ReportForm;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The portal by its older interface, which takes reports and nothing else: no title, no category,
 * no institution, no file, and nothing is read back (portal-wire 3.2). What it cannot do it refuses
 * with a reason. Safe for use by many threads.
 */
public final class StreamPortal implements Portal, PortalFiler {
  private static final String ONLY_REPORTS = "the portal's older interface only takes reports";
  private final StreamSettings settings;
  private final HttpTransport transport;
  private final InstantSource time;
  private final ReportXml xml;

  public StreamPortal(StreamSettings settings, HttpTransport transport, InstantSource time) {
    this.settings = settings;
    this.transport = transport;
    this.time = time;
    this.xml = new ReportXml(settings.profile().report());
  }

  @Override
  public DeliveryResult create(Report report, String uploaded) {
    ReportForm form = settings.profile().report();
    if (!uploaded.isEmpty()) {
      return refused("stream.files", ONLY_REPORTS + " without files; nothing was sent");
    }
    HttpCall call =
        new HttpCall(
            form.call().method(),
            settings.uri(form.call().target(Map.of())),
            Map.of("Accept", "text/xml"),
            Optional.of(
                new HttpCall.Body(
                    form.contentType(), xml.write(report, settings.token().reveal()))),
            settings.bounds(),
            settings.tls());
    try {
      HttpReply reply = transport.exchange(call);
      return reply.isSuccess()
          ? created(reply)
          : HttpOutcome.of(call, reply, HttpOutcome.REFUSED, time.instant());
    } catch (HttpFailure e) {
      return HttpOutcome.of(e);
    }
  }

  /** Only a tracking id proves it; a page, a fault or a number of another kind proves nothing. */
  private DeliveryResult created(HttpReply reply) {
    Optional<Map<Name, String>> numbers = xml.numbers(reply.body());
    String tracking = numbers.map(it -> it.getOrDefault(Name.TRACKING_ID, "")).orElse("");
    try {
      return new DeliveryResult.Accepted(TrackingId.parse(tracking).value());
    } catch (IllegalArgumentException e) {
      boolean transaction = numbers.filter(it -> it.containsKey(Name.TRANSACTION_ID)).isPresent();
      return new DeliveryResult.Unknown(
          transaction
              ? "the portal answered a transaction's number and no tracking id"
              : "the portal answered a success without a tracking id");
    }
  }

  private static DeliveryResult refused(String code, String detail) {
    return new DeliveryResult.Refused(code, detail);
  }

  @Override
  public Ability ability() {
    return new Ability(false, false, false);
  }

  @Override
  public DeliveryResult upload(List<PortalFile> files) {
    return files.isEmpty()
        ? new DeliveryResult.Accepted("")
        : refused("stream.files", ONLY_REPORTS + " without files; nothing was sent");
  }

  @Override
  public Lookup findCreated(Report report, Instant since) {
    return new Lookup.CannotTell(ONLY_REPORTS, false);
  }

  @Override
  public DeliveryResult forward(TrackingId id, String institution, String explanation) {
    return refused("stream.forward", ONLY_REPORTS + "; the portal's staff assign them");
  }

  @Override
  public Lookup isForwarded(TrackingId id, String institution) {
    return new Lookup.CannotTell(ONLY_REPORTS, false);
  }

  @Override
  public boolean reads() {
    return false;
  }

  @Override
  public boolean lists() {
    return false;
  }

  @Override
  public PortalState complaint(TrackingId id) {
    throw FarEndException.refused(ONLY_REPORTS + "; nothing was read");
  }

  @Override
  public Page changed(Optional<Instant> updatedSince, String place) {
    throw FarEndException.refused(ONLY_REPORTS + "; nothing was read");
  }

  @Override
  public PortalState read(byte[] raw) {
    throw new UnreadableMessageException("stream.messages", ONLY_REPORTS);
  }

  @Override
  public DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    return refused("stream.answers", ONLY_REPORTS + "; the answer was not sent");
  }

  @Override
  public Lookup find(FollowUp followUp, int confirmedTwins) {
    return new Lookup.CannotTell(ONLY_REPORTS, false);
  }

  @Override
  public String twin(String content) {
    return content;
  }
}
