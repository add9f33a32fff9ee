package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed requests about complaints that nobody made, with bodies of 1.2 kB. Signed when they are
 * sent, since a signature is good for five minutes. Not safe for use by many threads.
 */
final class Webhooks {
  static final long FIRST_COMPLAINT = 9_000_000L;
  private static final int BODY_BYTES = 1_200;
  private static final String PREFIX = "whsec_";
  private static final String TEXT =
      "Lampu jalan di depan pasar padam sejak tiga hari, mohon diperbaiki. ".repeat(20);

  private final InstantSource time;
  private final IntFunction<String> more;
  private final String received;
  private final String head;
  private final Mac mac;

  Webhooks(int port, InstantSource time) {
    this(port, time, complaint -> "");
  }

  /**
   * Makes one.
   *
   * @param more what stands behind the other fields of a complaint, by its number
   */
  Webhooks(int port, InstantSource time, IntFunction<String> more) {
    this.time = time;
    this.more = more;
    this.received = ",\"created_at\":\"" + time.instant().truncatedTo(ChronoUnit.SECONDS) + "\"";
    this.head =
        "POST /webhooks/portal HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/json\r\nwebhook-id: ";
    try {
      mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(LoadSettings.SECRET.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** One request, ready to be written. A redelivery has the id and the body of the first. */
  ByteBuffer request(Traffic.Event event) {
    String id = "bench_" + event.complaint() + "_" + event.revision();
    String at = Long.toString(time.instant().getEpochSecond());
    byte[] body = body(event, received + more.apply(event.complaint()));
    mac.update((id + "." + at + ".").getBytes(ISO_8859_1));
    String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
    byte[] start =
        (head
                + id
                + "\r\nwebhook-timestamp: "
                + at
                + "\r\nwebhook-signature: v1,"
                + signature
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip();
  }

  static byte[] body(Traffic.Event event) {
    return body(event, "");
  }

  private static byte[] body(Traffic.Event event, String more) {
    String begin =
        "{\"type\":\"complaint."
            + (event.revision() == 1 ? "created" : "updated")
            + "\",\"revision\":"
            + event.revision()
            + ",\"data\":{\"complaint_id\":"
            + (FIRST_COMPLAINT + event.complaint())
            + ",\"title\":\""
            + marker(event.revision())
            + " Lampu jalan padam\",\"channel\":\"Website\",\"is_anonymous\":false,\"is_secret\":false,"
            + "\"reporter\":{\"name\":\"Warga\",\"phone\":\"0800000000\"},\"content\":\""
            + LoadSettings.word(event.complaint())
            + " ";
    String end = "\"" + more + "}}";
    return (begin + TEXT.substring(0, BODY_BYTES - begin.length() - end.length()) + end)
        .getBytes(ISO_8859_1);
  }

  /** What a title begins with, so that the agency sees which revision it has. */
  private static String marker(int revision) {
    return "[r" + revision + "]";
  }
}
