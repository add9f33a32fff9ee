package id.aduan.lapor.webhook;

import java.util.List;
import java.util.function.Function;

/**
 * Tells whether a request is the portal's: by a signature over its bytes, or by a token that both
 * sides know (C3). Implementations are safe for use by many threads.
 */
public sealed interface WebhookCheck permits WebhookVerifier, TokenVerifier {
  /** Judges one request by its headers and the raw bytes of its body. */
  Verdict verify(WebhookHeaders headers, byte[] body);

  /**
   * The headers that this check looks at; it asks for no other (S3).
   *
   * @param valuesOf every value that was sent under a name, in any case; empty if none was
   */
  WebhookHeaders headersOf(Function<String, List<String>> valuesOf);
}
