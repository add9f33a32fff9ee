package id.aduan.lapor.portal.v3;

import id.aduan.lapor.yaml.Secret;

/**
 * The two headers that every call carries (portal-wire 2.2).
 *
 * @param header the name of the first one: {@code Authorization} since 2025, {@code auth} before
 * @param value the whole value of the first one, {@code Bearer } included
 * @param token the value of the header {@code token}, braces included
 */
public record V3Credentials(String header, Secret value, Secret token) {
  public static final String DEFAULT_HEADER = "Authorization";
  private static final String BEARER = "Bearer ";

  /** Sends the bearer value in the default header; {@code Bearer } is put before it if missing. */
  public static V3Credentials of(Secret bearer, Secret token) {
    return of(DEFAULT_HEADER, bearer, token);
  }

  /** Sends the bearer value in the named header. */
  public static V3Credentials of(String header, Secret bearer, Secret token) {
    String text = bearer.reveal();
    return new V3Credentials(
        header, text.startsWith(BEARER) ? bearer : Secret.of(BEARER + text), token);
  }
}
