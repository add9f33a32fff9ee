package id.aduan.lapor.portal.v3;

import java.net.URI;
import java.time.ZoneId;

/**
 * Everything assumed of a v3 portal that is not in {@link V3Paths}. None of it is public, so all of
 * it is configuration (portal-wire 11).
 *
 * @param baseUri where the paths begin, without a slash at the end
 * @param institutionId our own institution's number, which answers are sent from
 * @param userId the portal account that answers are sent as
 * @param templateCode the template named with an answer
 * @param zone of the portal's times without a zone
 * @param calls how long calls may take, and how their TLS is made
 */
public record V3Settings(
    URI baseUri,
    V3Credentials credentials,
    V3Paths paths,
    String institutionId,
    String userId,
    String templateCode,
    ZoneId zone,
    V3Calls calls) {

  public static final String TEMPLATE_CODE = "reply";
  public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  /** The known defaults. */
  public static V3Settings of(
      URI baseUri, V3Credentials credentials, String institutionId, String userId) {
    return new V3Settings(
        baseUri,
        credentials,
        V3Paths.DEFAULT,
        institutionId,
        userId,
        TEMPLATE_CODE,
        ZONE,
        V3Calls.DEFAULT);
  }

  URI uri(String path) {
    String base = baseUri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
