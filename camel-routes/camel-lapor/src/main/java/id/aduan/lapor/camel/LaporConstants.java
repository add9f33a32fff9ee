package id.aduan.lapor.camel;

import org.apache.camel.spi.Metadata;

/** The headers of an exchange that a {@code lapor:} consumer makes; it sets these and no others. */
public final class LaporConstants {
  @Metadata(description = "The tracking id of the complaint.", javaType = "String")
  public static final String TRACKING_ID = "CamelLaporTrackingId";

  @Metadata(
      description =
          "Where the entry goes: an agency's code, `portal`, `portal-read`, or `notify-email`,"
              + " `notify-webhook` and `notify-sms` for messages to officials.",
      javaType = "String")
  public static final String TARGET = "CamelLaporTarget";

  @Metadata(
      description = "What is to be done there: `open`, `update`, `publish`, `fetch` or `notify`.",
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
