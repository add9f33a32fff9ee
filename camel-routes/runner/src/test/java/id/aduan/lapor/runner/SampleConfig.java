package id.aduan.lapor.runner;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.simulator.PushSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A right configuration in a folder, to be spoilt by tests. */
public final class SampleConfig {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** Where {@code ${env:...}} leads in tests. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AUTH",
          "bearer-1",
          "TOKEN",
          "{t}",
          "HOOK",
          SECRET,
          "LINES",
          "a\nb",
          "SHORT",
          "YWJj",
          "HOOK_OLDER",
          "whsec_b2xkZXItc2VjcmV0LWludmVudGVkLTAwMDE=",
          "SIMULATOR",
          PushSettings.INVENTED_SECRET,
          "TOKEN_NEW",
          "ZZSEC-invented-token-1",
          "TOKEN_OLD",
          "ZZSEC-invented-token-0");

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
      http: {host: 127.0.0.1, port: 0}
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

  public RunnerConfig load() {
    return load(new FakeWorld());
  }

  public RunnerConfig load(HttpTransport transport) {
    return ConfigFile.load(file(), transport, ENVIRONMENT::get);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
