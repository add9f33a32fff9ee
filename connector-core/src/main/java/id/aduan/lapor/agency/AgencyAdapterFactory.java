package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.yaml.YamlMap;

/**
 * Makes adapters of one type from configuration. Found by {@link java.util.ServiceLoader}; an
 * implementation has a public constructor without parameters.
 */
public interface AgencyAdapterFactory {

  /** The word behind {@code type} in the configuration. Lower case, unique among the factories. */
  String type();

  /**
   * Reads the settings and makes the adapter. Opens no connection and does not throw: every fault
   * is noted in the problems behind {@code settings}, unknown keys included. If any was noted, the
   * returned adapter stands in for one, and must be closed but not used.
   *
   * @param settings {@code type}, and beside it what this type of adapter alone understands
   */
  AgencyAdapter create(AgencyCode agency, YamlMap settings, AdapterContext context);
}
