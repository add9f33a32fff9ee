package id.aduan.lapor.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration that is measured: one agency by REST, and a portal that only pushes. */
final class Settings {
  static final String VARIABLE = "LAPOR_BENCH_SECRET";
  static final String SECRET = "whsec_YmVuY2htYXJrIG9ubHksIGFsd2F5cyB0aGUgc2FtZSE=";
  private static final String CONFIGURATION =
      """
      portal:
        baseUri: http://127.0.0.1:9/lapor
        tls: "off"
        authorization: ${env:LAPOR_BENCH_SECRET}
        token: ${env:LAPOR_BENCH_SECRET}
        institution: "15201"
        user: "7001"
        webhook: {secrets: ["${env:LAPOR_BENCH_SECRET}"]}
        poll: {every: PT1H}
      agencies:
        dishub:
          name: Dinas Perhubungan
          kind: opd
          adapter: rest
          concurrency: 16
          rest:
            baseUri: AGENCY
            tls: "off"
            create:
              path: /tiket
              body: '{"nomor": trackingId, "judul": title, "uraian": content}'
              ticket: /id
      mapping: mapping.yaml
      deadlines: {zone: Asia/Jakarta}
      store: {path: lapor.db}
      http:
        host: 127.0.0.1
        port: 0
        rate: {perSecond: 100000}
        ratePerAddress: {perSecond: 100000}
        admin: {port: 0}
      """;
  private static final String MAPPING =
      "version: \"bench\"\ndefault: dishub\ncategories:\n  - {agency: dishub, ids: [1398]}\n";

  private Settings() {}

  static Path write(Path folder, URI agency) throws IOException {
    Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    return Files.writeString(
        folder.resolve("lapor.yaml"), CONFIGURATION.replace("AGENCY", agency.toString()));
  }
}
