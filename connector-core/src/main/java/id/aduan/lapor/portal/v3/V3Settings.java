package id.aduan.lapor.portal.v3;

import id.aduan.lapor.portal.profile.V3Profile;
import java.net.URI;

/**
 * How a v3 portal is reached, and as whom. What else is assumed of it is its profile.
 *
 * @param baseUri where the paths begin
 * @param institutionId our own institution's number, which answers are sent from
 * @param userId the portal account that answers are sent as
 * @param calls how long calls may take, and how their TLS is made
 */
public record V3Settings(
    URI baseUri,
    V3Credentials credentials,
    V3Profile profile,
    String institutionId,
    String userId,
    V3Calls calls) {

  /** The known defaults. */
  public static V3Settings of(
      URI baseUri, V3Credentials credentials, String institutionId, String userId) {
    return new V3Settings(
        baseUri, credentials, V3Profile.standard(), institutionId, userId, V3Calls.DEFAULT);
  }

  /** The same, called in another way. */
  public V3Settings with(V3Calls newCalls) {
    return new V3Settings(baseUri, credentials, profile, institutionId, userId, newCalls);
  }

  /** The address of a path, with its query. */
  URI uri(String path) {
    String base = baseUri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
