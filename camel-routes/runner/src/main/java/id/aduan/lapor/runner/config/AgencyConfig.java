package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.webhook.SigningSecret;
import java.time.Duration;
import java.util.List;

/**
 * One agency and the adapter that speaks to its system.
 *
 * @param name as officials know it
 * @param concurrencyMax how many deliveries may be under way at once
 * @param webhookSecrets newest first; empty when its system does not push
 */
public record AgencyConfig(
    AgencyCode code,
    String name,
    Kind kind,
    AgencyAdapter adapter,
    Duration pollEvery,
    int concurrencyMax,
    List<SigningSecret> webhookSecrets) {

  public AgencyConfig {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /** What sort of office it is. */
  public enum Kind {
    /** Organisasi perangkat daerah: an office of the regency itself. */
    OPD,
    /** Instansi vertikal: the local branch of a central agency. */
    VERTICAL,
    OTHER
  }
}
