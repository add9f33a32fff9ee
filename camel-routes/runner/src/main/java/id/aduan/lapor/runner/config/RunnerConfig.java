package id.aduan.lapor.runner.config;

import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.DeliverMode;
import id.aduan.lapor.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that {@code lapor.yaml} says, compiled and without a fault.
 *
 * @param deliver when a complaint goes out by the mapping
 * @param documents how office documents are written, and what becomes of files
 * @param officials whom it tells what concerns them
 * @param store where it is, its keys, and who has it open
 * @param http the public listener; absent when nothing would be served on it
 * @param admin the listener for administration, which there always is
 * @param notices what is allowed and worth a look: unsealed connections, unlisted categories
 */
public record RunnerConfig(
    PortalConfig portal,
    List<AgencyConfig> agencies,
    Mapping mapping,
    DeliverMode deliver,
    Deadlines deadlines,
    DocumentsConfig documents,
    NotificationsConfig officials,
    RetryPolicy retry,
    StoreConfig store,
    Optional<HttpConfig> http,
    AdminConfig admin,
    List<Problem> notices)
    implements AutoCloseable {

  public RunnerConfig {
    agencies = List.copyOf(agencies);
    notices = List.copyOf(notices);
  }

  /** What it takes to look into the store. */
  public Whereabouts whereabouts() {
    Map<String, String> names = new LinkedHashMap<>();
    agencies.forEach(agency -> names.put(agency.code().value(), agency.name()));
    return new Whereabouts(store, deadlines.offices().standard().zone(), () -> deadlines, names);
  }

  /** Closes adapters and messengers, for whoever does not hand them to a connector. */
  @Override
  public void close() {
    officials.close();
    agencies.forEach(agency -> agency.adapter().close());
  }
}
