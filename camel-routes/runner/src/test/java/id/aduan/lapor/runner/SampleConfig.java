package id.aduan.lapor.runner;

import static java.util.Map.entry;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.simulator.PushSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A right configuration in a folder, to be spoilt by tests. */
public final class SampleConfig {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  public static final String SECRET_OF_DISHUB = "whsec_" + "d".repeat(44);
  public static final String SECRET_OF_KANTAH = "whsec_" + "k".repeat(44);

  /** Where {@code ${env:...}} leads in tests. */
  public static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          entry("AUTH", "bearer-1"),
          entry("DB_PASSWORD", "postgres"),
          entry("TOKEN", "{t}"),
          entry("HOOK", SECRET),
          entry("HOOK_DISHUB", SECRET_OF_DISHUB),
          entry("HOOK_KANTAH", SECRET_OF_KANTAH),
          entry("LINES", "a\nb"),
          entry("SHORT", "YWJj"),
          entry("HOOK_OLDER", "whsec_b2xkZXItc2VjcmV0LWludmVudGVkLTAwMDE="),
          entry("SIMULATOR", PushSettings.INVENTED_SECRET),
          entry("TOKEN_NEW", "ZZSEC-invented-token-1"),
          entry("TOKEN_OLD", "ZZSEC-invented-token-0"));

  private static final String TEXT =
      """
      portal:
        baseUri: http://127.0.0.1:1/lapor
        tls: off # portal
        authorization: ${env:AUTH}
        token: ${env:TOKEN}
        institution: "12938"
        user: "1234"
        webhook: {secrets: ["${env:HOOK}"]}
        poll: {every: PT1S}
      agencies:
        dishub:
          name: Dinas Perhubungan
          kind: opd
          adapter: rest
          rest:
            baseUri: http://127.0.0.1:1/dishub
            tls: off # agency
            create:
              path: /tickets
              body: '{"judul": title, "nomor": trackingId}'
              ticket: /id
            find: {path: "/tickets?ref={reference}", items: /data, ticket: /id}
      mapping: mapping.yaml
      deadlines: {zone: Asia/Jakarta}
      store: {path: store/lapor.db}
      privacy: {keys: store/lapor.db.keys}
      http: {host: 127.0.0.1, port: 0, admin: {"port": 0}}
      delivery: {lookupSettle: PT1S}
      """;

  private final Path folder;

  private SampleConfig(Path folder) {
    this.folder = folder;
  }

  public static SampleConfig in(Path folder) {
    SampleConfig sample = new SampleConfig(folder);
    sample.write("lapor.yaml", TEXT);
    sample.write(
        "mapping.yaml",
        "version: \"2026-11-01\"\ndefault: dishub\ncategories:\n  - {agency: dishub, ids: [1398]}\n");
    return sample;
  }

  /** The same, whose agency of tickets is this one. */
  public static SampleConfig of(Path folder, URI agency) {
    SampleConfig sample = in(folder);
    sample.replace("http://127.0.0.1:1/dishub", agency.toString());
    return sample;
  }

  public Path file() {
    return folder.resolve("lapor.yaml");
  }

  public String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void replace(String right, String other) {
    write("lapor.yaml", text().replace(right, other));
  }

  public void replaceMapping(String text) {
    write("mapping.yaml", text);
  }

  public RunnerConfig load() {
    return load(new FakeWorld());
  }

  public RunnerConfig load(HttpTransport transport) {
    return ConfigFile.load(file(), transport, ENVIRONMENT::get);
  }

  /** The portal's signed message about a complaint. */
  public static HttpRequest webhook(URI address, String event, String complaint) throws Exception {
    String body =
        "{\"data\": {\"complaint_id\": %s, \"content\": \"Lampu mati.\"}}".formatted(complaint);
    long now = Instant.now().getEpochSecond();
    return HttpRequest.newBuilder(address.resolve("/webhooks/portal"))
        .header("Content-Type", "application/json")
        .header("webhook-id", event)
        .header("webhook-timestamp", "" + now)
        .header("webhook-signature", new Webhook(SECRET).sign(event, now, body))
        .timeout(Duration.ofSeconds(30))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
