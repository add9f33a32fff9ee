package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.Secret;
import java.util.Locale;
import java.util.Optional;

/**
 * The listener for administration (S23).
 *
 * @param port 0 for any free one
 * @param token what a caller has to show, beside the one that each process makes for itself;
 *     required where others than this machine's own programs can reach the port
 */
public record AdminConfig(String host, int port, Optional<Secret> token) {
  public static final AdminConfig DEFAULT = new AdminConfig("127.0.0.1", 8081, Optional.empty());

  /** Whether only programs of this machine reach it; by its text, since no name is looked up. */
  public boolean onLoopback() {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
