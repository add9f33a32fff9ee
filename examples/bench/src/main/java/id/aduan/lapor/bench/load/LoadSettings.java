package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The configuration under load: agencies by REST that take new tickets and changes of them. */
final class LoadSettings {
  static final String VARIABLE = "LAPOR_BENCH_SECRET";
  static final String SECRET = "whsec_YmVuY2htYXJrIG9ubHksIGFsd2F5cyB0aGUgc2FtZSE=";
  static final int RULES = 200;

  /** How long an unknown end is left alone before it is repeated under its key. */
  static final int SETTLE_SECONDS = 5;

  @SuppressWarnings("InlineFormatString") // a page of its own
  private static final String CONFIGURATION =
      """
      portal:
        baseUri: %s
        tls: "off"
        authorization: ${env:LAPOR_BENCH_SECRET}
        token: ${env:LAPOR_BENCH_SECRET}
        institution: "15201"
        user: "7001"
        webhook: {secrets: ["${env:LAPOR_BENCH_SECRET}"]}
        %s
      mapping: mapping.yaml
      deadlines: {zone: Asia/Jakarta}
      delivery: {base: PT1S, cap: PT5S, probeFirst: PT1S, probeCap: PT2S, lookupSettle: PT%dS}
      privacy: {keys: lapor.keys}
      store: %s
      http:
        host: 127.0.0.1
        port: %d
        rate: {perSecond: 100000}
        ratePerAddress: {perSecond: 100000}
        admin: {port: 0, file: lapor.admin}
      agencies:
      """;

  @SuppressWarnings("InlineFormatString") // a page of its own
  private static final String AGENCY =
      """
        %s:
          name: Dinas %s
          kind: opd
          adapter: rest
          concurrency: 16
          %s
          rest:
            baseUri: http://127.0.0.1:%d
            tls: "off"
            honoursKeys: true
            create:
              path: /tiket
              body: '{"nomor": trackingId, "judul": title, "uraian": content}'
              ticket: /id
            update:
              path: /tiket/{ticket}
              body: '{"nomor": trackingId, "judul": title, "uraian": content}'
            %s
      """;

  private static final String ATTACH =
      "attach: {path: \"/berkas/{ticket}\", raw: {}, honoursKeys: true}";

  /**
   * What differs from one measurement to another.
   *
   * @param portal address of the portal; by default one where nobody answers
   * @param portalLine a line of the portal's section
   * @param agencyLines a line of an agency's section, by its number; none for most
   * @param takesFiles whether agencies take the files of complaints
   * @param javaOptions in place of those that {@code ./lapor} has
   */
  record Variant(
      String portal,
      String portalLine,
      Map<Integer, String> agencyLines,
      boolean takesFiles,
      Optional<String> javaOptions) {
    static Variant of(Map<Integer, String> agencyLines) {
      return new Variant(
          "http://127.0.0.1:9/lapor", "poll: {every: PT1H}", agencyLines, false, Optional.empty());
    }
  }

  private LoadSettings() {}

  /** Code of an agency by its number. */
  static String agency(int number) {
    return String.format(Locale.ROOT, "a%02d", number);
  }

  /** The word of a complaint that one of the rules looks for; rules and agencies go round. */
  static String word(int complaint) {
    return String.format(Locale.ROOT, "wilayah%03d", complaint % RULES);
  }

  /**
   * Writes both files.
   *
   * @param store the section
   */
  static Path write(Path folder, int port, String store, List<Integer> agencyPorts, Variant variant)
      throws IOException {
    StringBuilder agencies = new StringBuilder();
    for (int i = 0; i < agencyPorts.size(); i++) {
      String code = agency(i);
      agencies.append(
          String.format(
              Locale.ROOT,
              AGENCY,
              code,
              code,
              variant.agencyLines().getOrDefault(i, ""),
              agencyPorts.get(i),
              variant.takesFiles() ? ATTACH : ""));
    }
    Files.writeString(folder.resolve("mapping.yaml"), mapping(agencyPorts.size()));
    return Files.writeString(
        folder.resolve("lapor.yaml"),
        String.format(
                Locale.ROOT,
                CONFIGURATION,
                variant.portal(),
                variant.portalLine(),
                SETTLE_SECONDS,
                store,
                port)
            + agencies);
  }

  /** 200 rules, each for the complaints with its word. */
  static String mapping(int agencies) {
    StringBuilder mapping = new StringBuilder("version: \"bench\"\ndefault: a00\nrules:\n");
    for (int i = 0; i < RULES; i++) {
      mapping.append(
          String.format(
              Locale.ROOT,
              "  - {name: r%d, when: {words: [%s]}, to: %s}%n",
              i,
              word(i),
              agency(i % agencies)));
    }
    return mapping.toString();
  }
}
