package id.aduan.lapor.camel;

import org.apache.camel.spi.Metadata;

/** The headers of an exchange that a {@code lapor:} consumer makes; it sets these and no others. */
public final class LaporConstants {
  @Metadata(description = "The tracking id of the complaint.", javaType = "String")
  public static final String TRACKING_ID = "CamelLaporTrackingId";

  @Metadata(
      description = "Where the entry goes: an agency's code, `portal` or `portal-read`.",
      javaType = "String")
  public static final String TARGET = "CamelLaporTarget";

  @Metadata(
      description = "What is to be done there: `open`, `publish` or `fetch`.",
      javaType = "String")
  public static final String OPERATION = "CamelLaporOperation";

  @Metadata(
      description = "The key of the effect, the same over all attempts at it.",
      javaType = "String")
  public static final String IDEMPOTENCY_KEY = "CamelLaporIdempotencyKey";

  @Metadata(description = "How often the entry was sent before.", javaType = "Integer")
  public static final String ATTEMPTS = "CamelLaporAttempts";

  private LaporConstants() {}
}
