package id.aduan.lapor.agency.wire;

import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the connector shows a system who it is. {@link HttpEndpoint#over} does it. */
public sealed interface HttpAuth {

  /** What needs nobody else. */
  sealed interface Fixed extends HttpAuth {
    /** The request headers that carry it. Never logged. */
    Map<String, String> headers();
  }

  /** Nobody asks. */
  record None() implements Fixed {
    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  /** HTTP Basic, sent with the first request. */
  record Basic(String user, Secret password) implements Fixed {
    @Override
    public Map<String, String> headers() {
      byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
      return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  /** A key in a header of the system's choice. */
  record ApiKey(String header, Secret value) implements Fixed {
    @Override
    public Map<String, String> headers() {
      return Map.of(header, value.reveal());
    }
  }

  /** A token that was given to us once (RFC 6750). */
  record Bearer(Secret token) implements Fixed {
    @Override
    public Map<String, String> headers() {
      return Map.of("Authorization", "Bearer " + token.reveal());
    }
  }

  /**
   * A token that we fetch and renew (OAuth 2.0 client credentials, RFC 6749 4.4).
   *
   * @param scope what is asked for, words apart by blanks
   * @param parameters what the token's issuer wants besides, such as an audience
   */
  record OAuth2(
      URI tokenUri,
      String clientId,
      Secret clientSecret,
      Optional<String> scope,
      Map<String, String> parameters,
      Credentials credentials)
      implements HttpAuth {

    public OAuth2 {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Where the client's name and secret stand in the request for a token. */
    public enum Credentials {
      /** In HTTP Basic, which every issuer must take (RFC 6749 2.3.1). */
      BASIC,
      /** In the form, for issuers that know no better. */
      BODY
    }
  }
}
