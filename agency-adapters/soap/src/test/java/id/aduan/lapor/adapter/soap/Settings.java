package id.aduan.lapor.adapter.soap;

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
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/** Settings for tests, in a folder with the WSDL and the secret that they name. */
final class Settings {
  static final String PASSWORD = "ZZSEC-sandi-kantor";
  private final Path folder;

  private Settings(Path folder) {
    this.folder = folder;
  }

  static Settings in(Path folder) throws IOException {
    Files.writeString(folder.resolve("password"), PASSWORD);
    Settings settings = new Settings(folder);
    settings.wsdl(settings.resource("kantor.wsdl"));
    return settings;
  }

  void wsdl(String text) throws IOException {
    Files.writeString(folder.resolve("kantor.wsdl"), text);
  }

  String yaml(String address) throws IOException {
    return resource("kantor.yaml").replace("@address@", address).replace("@password@", "password");
  }

  AgencyAdapter adapter(String address, HttpTransport http) throws IOException {
    return adapterOf(yaml(address), http);
  }

  AgencyAdapter adapterOf(String yaml, HttpTransport http) throws IOException {
    Problems problems = new Problems();
    AgencyAdapter adapter = adapter(yaml, problems, http);
    problems.throwIfAny();
    return adapter;
  }

  List<Problem> faults(String yaml) throws IOException {
    Problems problems = new Problems();
    adapter(yaml, problems, new JdkHttpTransport()).close();
    return problems.list();
  }

  private AgencyAdapter adapter(String yaml, Problems problems, HttpTransport http)
      throws IOException {
    Path file = Files.writeString(folder.resolve("kantor.yaml"), yaml);
    AgencyAdapterFactory factory =
        ServiceLoader.load(AgencyAdapterFactory.class).findFirst().orElseThrow();
    return factory.create(
        new AgencyCode("kantor"),
        YamlFile.read(file, problems),
        new AdapterContext(http, InstantSource.system(), folder));
  }

  String resource(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Settings.class.getResourceAsStream("/" + name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
