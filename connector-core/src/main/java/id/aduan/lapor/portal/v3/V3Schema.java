package id.aduan.lapor.portal.v3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the portal may push, as a JSON Schema of draft 2020-12 (portal-wire 13). */
public final class V3Schema {
  private static final String RESOURCE = "webhook.schema.json";

  private V3Schema() {}

  /** The schema's text in UTF-8. */
  public static byte[] webhook() {
    try (InputStream in = Objects.requireNonNull(V3Schema.class.getResourceAsStream(RESOURCE))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
