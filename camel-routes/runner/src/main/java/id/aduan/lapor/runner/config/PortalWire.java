package id.aduan.lapor.runner.config;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.stream.StreamPortal;
import id.aduan.lapor.portal.stream.StreamSettings;
import id.aduan.lapor.portal.stream.Topics;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.portal.v3.V3Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The generation of the portal's interface that a profile speaks, and how it is reached. */
public sealed interface PortalWire {
  /** The portal over a way out. It files complaints as well. */
  Portal open(HttpTransport transport, InstantSource time, RandomGenerator chance);

  /** The same as what files reports. */
  PortalFiler filer(HttpTransport transport, InstantSource time, RandomGenerator chance);

  /**
   * The same wire, which fetches files of complaints from these hosts too, where it fetches any.
   */
  PortalWire withFileHosts(List<URI> hosts);

  /** What reads the portal's list of categories, where its profile knows one. */
  Optional<PortalCategories> categories(
      HttpTransport transport, InstantSource time, RandomGenerator chance);

  /** The portal's number of the institution that we are; empty where the wire tells of none. */
  Optional<String> institution();

  /** How long a call that changes something may take. */
  Duration writeMax();

  /** The interface of 2025. */
  record V3(V3Settings settings) implements PortalWire {
    @Override
    public V3Portal open(HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return new V3Portal(settings, transport, time, chance);
    }

    @Override
    public PortalWire withFileHosts(List<URI> hosts) {
      return new V3(settings.with(settings.calls().withFileHosts(hosts)));
    }

    @Override
    public PortalFiler filer(HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return open(transport, time, chance);
    }

    @Override
    public Optional<PortalCategories> categories(
        HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return settings.profile().masters().containsKey(Master.CATEGORIES)
          ? Optional.of(new MasterCategories(open(transport, time, chance)))
          : Optional.empty();
    }

    @Override
    public Optional<String> institution() {
      return Optional.of(settings.institutionId());
    }

    @Override
    public Duration writeMax() {
      return settings.calls().write();
    }
  }

  /** The older one, which only takes reports. */
  record Stream(StreamSettings settings) implements PortalWire {
    @Override
    public StreamPortal open(HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return new StreamPortal(settings, transport, time);
    }

    @Override
    public PortalWire withFileHosts(List<URI> hosts) {
      return this;
    }

    @Override
    public PortalFiler filer(HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return open(transport, time, chance);
    }

    @Override
    public Optional<PortalCategories> categories(
        HttpTransport transport, InstantSource time, RandomGenerator chance) {
      return Optional.of(new TopicCategories(new Topics(settings, transport, time)));
    }

    @Override
    public Optional<String> institution() {
      return Optional.empty();
    }

    @Override
    public Duration writeMax() {
      return settings.bounds().deadline();
    }
  }
}
