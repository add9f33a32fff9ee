package id.aduan.lapor.portal.v3;

import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Headers;
import id.aduan.lapor.yaml.Secret;

/**
 * The two headers that every call carries (portal-wire 2.2).
 *
 * @param header the name of the first one: {@code Authorization} since 2025, {@code auth} before
 * @param value the whole value of the first one, {@code Bearer } included
 * @param tokenHeader the name of the second one
 * @param token the whole value of the second one, braces included
 */
public record V3Credentials(String header, Secret value, String tokenHeader, Secret token) {

  /** Sends the bearer value in the usual header; {@code Bearer } is put before it if missing. */
  public static V3Credentials of(Secret bearer, Secret token) {
    return of(V3Profile.standard().headers(), bearer, token);
  }

  /** Sends both as a profile says; what it wants around them is added where it is missing. */
  public static V3Credentials of(Headers headers, Secret bearer, Secret token) {
    String value = bearer.reveal();
    String code = token.reveal();
    boolean bare = headers.braces() && !code.startsWith("{") && !code.endsWith("}");
    return new V3Credentials(
        headers.authorization(),
        value.startsWith(headers.prefix()) ? bearer : Secret.of(headers.prefix() + value),
        headers.token(),
        bare ? Secret.of("{" + code + "}") : token);
  }
}
