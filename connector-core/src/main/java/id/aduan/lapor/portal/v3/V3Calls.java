package id.aduan.lapor.portal.v3;

import id.aduan.lapor.http.TlsIdentity;
import java.time.Duration;

/**
 * How the portal is called.
 *
 * @param connect the most that joining one of its addresses may take
 * @param read the most that a reading call may take, the last byte of the answer included
 * @param write the same for a call that writes, which may carry files
 */
public record V3Calls(Duration connect, Duration read, Duration write, TlsIdentity tls) {
  public static final V3Calls DEFAULT =
      new V3Calls(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          TlsIdentity.SYSTEM);
}
