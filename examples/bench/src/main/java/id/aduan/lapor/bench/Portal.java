package id.aduan.lapor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs complaints that nobody made, about 1.3 kB each, and pushes them. */
final class Portal {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final long FIRST_COMPLAINT = 9_000_000L;
  private static final String CONTENT =
      "Lampu jalan di depan pasar padam sejak tiga hari, mohon diperbaiki. ".repeat(15);
  private static final String PREFIX = "whsec_";

  private final URI target;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final AtomicLong complaints = new AtomicLong(FIRST_COMPLAINT);
  private final SecretKeySpec key =
      new SecretKeySpec(
          Base64.getDecoder().decode(Settings.SECRET.substring(PREFIX.length())), "HmacSHA256");

  Portal(URI target) {
    this.target = target;
  }

  /** A complaint with a number that none had before. */
  String nextComplaint() {
    return Long.toString(complaints.incrementAndGet());
  }

  /** Whether it was acknowledged. Never fails: no answer, and any other one, is false. */
  CompletableFuture<Boolean> push(String complaint) {
    return client
        .sendAsync(request(complaint), BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null && answer.statusCode() == 202);
  }

  private HttpRequest request(String complaint) {
    String body =
        """
        {"type":"complaint.created","revision":1,"data":{"complaint_id":%s,\
        "title":"Lampu jalan padam","content":"%s","category_id":1398,\
        "is_anonymous":false,"is_secret":false,"reporter":{"name":"Warga","phone":"0800000000"}}}"""
            .formatted(complaint, CONTENT);
    String event = "bench_" + complaint;
    long now = InstantSource.system().instant().getEpochSecond();
    return HttpRequest.newBuilder(target)
        .timeout(ANSWER_MAX)
        .header("Content-Type", "application/json")
        .header("webhook-id", event)
        .header("webhook-timestamp", Long.toString(now))
        .header("webhook-signature", signature(event + "." + now + "." + body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
