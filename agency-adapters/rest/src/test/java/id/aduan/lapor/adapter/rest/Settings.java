package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyAdapterFactory;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
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
  private final Map<String, String> values = new HashMap<>(Map.of("deadline", "PT2S"));

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
    AgencyAdapter adapter = adapter(template(resource), problems, http);
    problems.throwIfAny();
    return adapter;
  }

  /** One with further lines behind the template. */
  AgencyAdapter adapter(String resource, String more, HttpTransport http) throws IOException {
    Problems problems = new Problems();
    AgencyAdapter adapter = adapter(template(resource) + more, problems, http);
    problems.throwIfAny();
    return adapter;
  }

  /** The faults of these settings. */
  List<Problem> faults(String yaml) throws IOException {
    Problems problems = new Problems();
    adapter(yaml, problems, new JdkHttpTransport()).close();
    return problems.list();
  }

  private AgencyAdapter adapter(String yaml, Problems problems, HttpTransport http)
      throws IOException {
    Path file = Files.writeString(folder.resolve("dinas.yaml"), yaml);
    AgencyAdapterFactory factory =
        ServiceLoader.load(AgencyAdapterFactory.class).findFirst().orElseThrow();
    return factory.create(
        new AgencyCode("dinas"),
        YamlFile.read(file, problems),
        new AdapterContext(http, InstantSource.system(), folder));
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
}
