package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.attachment.FileSource;
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
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.Listing;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.v3.V3Pages.Items;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The portal by its v3 interface (portal-wire 2), with the list call and the messages that are ours
 * (portal-wire 13); every name of it comes from a profile. Safe for use by many threads.
 */
public final class V3Portal implements Portal, PortalFiler {
  private final V3Profile profile;
  private final String institutionId;
  private final V3Wire wire;
  private final V3Pages pages;
  private final V3Complaints complaints;
  private final V3Entries entries;
  private final V3FollowUps followUps;
  private final V3Masters masters;
  private final V3Filer filer;

  public V3Portal(
      V3Settings settings, HttpTransport transport, InstantSource time, RandomGenerator chance) {
    this.profile = settings.profile();
    this.institutionId = settings.institutionId();
    this.wire = new V3Wire(settings, transport, time);
    this.pages = new V3Pages(wire, settings);
    this.complaints = new V3Complaints(settings);
    this.entries = new V3Entries(settings);
    this.followUps = new V3FollowUps(wire, settings, chance);
    this.masters = new V3Masters(pages, settings);
    this.filer = new V3Filer(wire, settings, this, chance);
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

  /** The detail with its log, and with the follow-ups where the profile reads them. */
  @Override
  public PortalState complaint(TrackingId id) {
    JsonNode answer = wire.read(profile.detail().call().of(id), Map.of());
    JsonNode data = profile.detail().data().find(answer);
    if (!data.isObject()) {
      throw FarEndException.contract("portal answered " + id + " without the complaint's data");
    }
    try {
      if (complaints.named(data).filter(named -> !named.equals(id)).isPresent()) {
        throw FarEndException.contract("portal answered " + id + " with another complaint");
      }
      V3Unfamiliar unfamiliar = new V3Unfamiliar(profile.words());
      List<PortalEntry> log =
          entries.of(profile.detail().log().find(answer), Origin.LOG, unfamiliar);
      List<PortalEntry> said = entries.of(followUps(id, unfamiliar), Origin.FOLLOW_UP, unfamiliar);
      return complaints.ofData(data, id, V3Entries.ordered(log, said), unfamiliar);
    } catch (UnreadableMessageException e) {
      throw FarEndException.contract(
          "portal answered " + id + " with data that cannot be read (" + e.code() + ")");
    }
  }

  /** A portal that refuses them for a case still tells the case. */
  private List<JsonNode> followUps(TrackingId id, V3Unfamiliar unfamiliar) {
    if (!profile.followUps().read()) {
      return List.of();
    }
    try {
      return followUps.all(id);
    } catch (FarEndException e) {
      if (e.retryable()) {
        throw e;
      }
      unfamiliar.note("follow-ups: " + e.code());
      return List.of();
    }
  }

  @Override
  public Optional<FileSource> fileSource() {
    return Optional.of(wire.files());
  }

  @Override
  public boolean lists() {
    return profile.list().isPresent();
  }

  @Override
  public Page changed(Optional<Instant> updatedSince, String place) {
    Listing list =
        profile
            .list()
            .orElseThrow(() -> FarEndException.refused("this portal has no list of complaints"));
    Items page = pages.page(list, updatedSince, place, "its list");
    List<PortalState> states = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode item : page.items()) {
      try {
        states.add(complaints.ofItem(item));
      } catch (UnreadableMessageException e) {
        unreadable.add(new Unreadable(V3Json.write(item), e.code()));
      }
    }
    return new Page(states, unreadable, page.next());
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
    return followUps.publish(followUp, files);
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
            .filter(from -> !from.id().isEmpty() && !from.id().equals(institutionId))
            .isEmpty();
  }

  @Override
  public String twin(String content) {
    return V3FollowUps.twin(content);
  }

  @Override
  public DeliveryResult upload(List<PortalFile> files) {
    return filer.upload(files);
  }

  @Override
  public DeliveryResult create(Report report, String uploaded) {
    return filer.create(report, uploaded);
  }

  @Override
  public Lookup findCreated(Report report, Instant since) {
    return filer.findCreated(report, since);
  }

  @Override
  public DeliveryResult forward(TrackingId id, String institution, String explanation) {
    return filer.forward(id, institution, explanation);
  }

  @Override
  public Lookup isForwarded(TrackingId id, String institution) {
    return filer.isForwarded(id, institution);
  }

  @Override
  public Ability ability() {
    return filer.ability();
  }

  /**
   * One of the portal's own lists, all pages of it.
   *
   * @return nothing where the portal has no such list
   * @throws FarEndException when it could not be read
   */
  public Optional<List<MasterItem>> master(Master which) {
    return masters.read(which);
  }

  /**
   * An item of a list of the portal's.
   *
   * @param id its number, or its code where it has that
   * @param kind empty where the list has no kinds
   * @param text empty where the list has no texts
   */
  public record MasterItem(String id, String name, String kind, String text) {}
}
