package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The portal by its v3 interface (portal-wire 2), with the list call and the messages that are ours
 * (portal-wire 13). Safe for use by many threads.
 */
public final class V3Portal implements Portal {
  private final V3Settings settings;
  private final V3Wire wire;
  private final V3Complaints complaints;
  private final V3FollowUps followUps;

  public V3Portal(
      V3Settings settings, HttpTransport transport, InstantSource time, RandomGenerator chance) {
    this.settings = settings;
    this.wire = new V3Wire(settings, transport, time);
    this.complaints = new V3Complaints(settings.zone());
    this.followUps = new V3FollowUps(wire, settings, chance);
  }

  /** A portal with the known defaults, called by the JDK's own HTTP client. */
  public static V3Portal at(
      URI baseUri, V3Credentials credentials, String institutionId, String userId) {
    return new V3Portal(
        V3Settings.of(baseUri, credentials, institutionId, userId),
        new JdkHttpTransport(),
        InstantSource.system(),
        new SecureRandom());
  }

  @Override
  public PortalState complaint(TrackingId id) {
    JsonNode data = wire.get(settings.paths().complaintOf(id)).path("results").path("data");
    if (!data.isObject()) {
      throw FarEndException.contract("portal answered " + id + " without results.data");
    }
    return complaints.ofData(data, id);
  }

  @Override
  public Page changed(Optional<Instant> updatedSince, String place) {
    int page = place.equals(FIRST) ? 1 : Integer.parseInt(place);
    JsonNode results =
        wire.get(settings.paths().list() + query(updatedSince, page)).path("results");
    if (!results.path("data").isArray()) {
      throw FarEndException.contract("portal answered its list without results.data");
    }
    List<PortalState> states = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode item : results.path("data")) {
      try {
        states.add(complaints.ofItem(item));
      } catch (UnreadableMessageException e) {
        unreadable.add(new Unreadable(V3Json.write(item), e.code()));
      }
    }
    return new Page(
        states,
        unreadable,
        V3Json.text(results, "next_page_url").isEmpty()
            ? Optional.empty()
            : Optional.of(Integer.toString(page + 1)));
  }

  private String query(Optional<Instant> updatedSince, int page) {
    String since =
        settings.paths().updatedSince().isEmpty()
            ? ""
            : updatedSince
                .map(
                    instant ->
                        "&"
                            + settings.paths().updatedSince()
                            + "="
                            + URLEncoder.encode(instant.toString(), StandardCharsets.UTF_8))
                .orElse("");
    return "?page=" + page + since;
  }

  @Override
  public PortalState item(byte[] raw) {
    return complaints.ofItem(V3Json.parse(raw));
  }

  @Override
  public PortalState read(byte[] raw) {
    return complaints.ofMessage(V3Json.parse(raw));
  }

  @Override
  public DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    return followUps.publish(followUp);
  }

  @Override
  public Lookup find(FollowUp followUp, int confirmedTwins) {
    return followUps.find(followUp, confirmedTwins);
  }

  @Override
  public boolean mayBeOurs(PortalEntry entry) {
    return Portal.super.mayBeOurs(entry)
        && entry
            .from()
            .filter(from -> !from.id().isEmpty() && !from.id().equals(settings.institutionId()))
            .isEmpty();
  }

  @Override
  public String twin(String content) {
    return V3FollowUps.comparable(content);
  }
}
