package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyAdapterFactory;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/** Settings for tests: a template from the resources, with values for its {@code @names@}. */
final class Settings {
  private final Path folder;
  private final Map<String, String> values = new HashMap<>();

  private Settings(Path folder) {
    this.folder = folder;
  }

  static Settings in(Path folder) {
    return new Settings(folder);
  }

  Settings with(String name, String value) {
    values.put(name, value);
    return this;
  }

  Settings withSecret(String name, String secret) throws IOException {
    Files.writeString(folder.resolve(name), secret);
    return with(name, name);
  }

  AgencyAdapter adapter(String resource, HttpTransport http) throws IOException {
    Problems problems = new Problems();
    YamlMap settings = read(template(resource), problems);
    AdapterContext context = new AdapterContext(http, InstantSource.system(), folder);
    AgencyAdapterFactory factory =
        ServiceLoader.load(AgencyAdapterFactory.class).findFirst().orElseThrow();
    AgencyAdapter adapter = factory.create(new AgencyCode("dinas"), settings, context);
    problems.throwIfAny();
    return adapter;
  }

  /** The faults of these settings. */
  List<Problem> faults(String yaml) throws IOException {
    Problems problems = new Problems();
    RestConfigReader.read(read(yaml, problems));
    return problems.list();
  }

  String template(String resource) throws IOException {
    String text;
    try (InputStream stream =
        Objects.requireNonNull(Settings.class.getResourceAsStream("/" + resource))) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  private YamlMap read(String yaml, Problems problems) throws IOException {
    Path file = Files.writeString(folder.resolve("dinas.yaml"), yaml);
    return YamlFile.read(file, problems);
  }
}
