package id.aduan.lapor.runner.command;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the mapping on a store with cases. */
abstract class MappingCommandsRig {
  static final String KANTAH =
      """
        kantah:
          name: Kantor Pertanahan
          adapter: rest
          rest:
            baseUri: http://127.0.0.1:1/kantah
            tls: off
            create: {path: /tickets, body: '{"judul": title, "nomor": trackingId}', ticket: /id}
            find: {path: "/tickets?ref={reference}", items: /data, ticket: /id}
      """;

  @TempDir Path folder;
  final Shell shell = new Shell();
  SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() throws IOException {
    sample = SampleConfig.in(folder);
    sample.replace("mapping: mapping.yaml", KANTAH + "mapping: mapping.yaml");
    var unused = file("mapping.yaml", mapping("2026-11-01", "dishub", "kantah"));
    store = ParkedFixture.in(folder);
    store.park(3, "dishub", "LC-REFUSED");
  }

  static String mapping(String version, String lights, String rest) {
    return "version: \"%s\"\ndefault: %s\ncategories:\n  - {agency: %s, ids: [1398]}\n  - {agency: %s, ids: [932]}\n"
        .formatted(version, rest, lights, rest);
  }

  String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  int run(String... args) {
    List<String> all = new ArrayList<>(List.of("mapping"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  List<AuditEntry> trail() {
    return store.with(it -> it.read(tx -> it.audit().about(tx, "mapping")));
  }
}
