package id.aduan.lapor.portal.v3;

import id.aduan.lapor.http.TlsIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the portal is called.
 *
 * @param connect the most that joining one of its addresses may take
 * @param read the most that a reading call may take, the last byte of the answer included
 * @param write the same for a call that writes, which may carry files
 * @param fileHosts where files of complaints are fetched beside the portal itself, without its
 *     credentials: scheme, host and port
 */
public record V3Calls(
    Duration connect, Duration read, Duration write, TlsIdentity tls, List<URI> fileHosts) {
  public V3Calls {
    fileHosts = List.copyOf(fileHosts);
  }

  public static final V3Calls DEFAULT =
      new V3Calls(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          TlsIdentity.SYSTEM);

  /** Files only from the portal itself. */
  public V3Calls(Duration connect, Duration read, Duration write, TlsIdentity tls) {
    this(connect, read, write, tls, List.of());
  }

  /** The same with files from these hosts too. */
  public V3Calls withFileHosts(List<URI> hosts) {
    return new V3Calls(connect, read, write, tls, hosts);
  }
}
