package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.adapter.soap.SoapPort.Operation;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Reads a {@link SoapConfig} and its WSDL, and notes every fault of both. */
final class SoapConfigReader {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final URI NOWHERE = URI.create("https://missing.invalid");

  private final YamlMap settings;
  private final Path directory;

  private SoapConfigReader(YamlMap settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /** What an adapter is made of. */
  record Ready(SoapConfig config, SoapPort port, Forms forms) {}

  /** Empty where the WSDL cannot be used; other faults leave stand-ins. */
  static Optional<Ready> read(YamlMap settings, Path directory) {
    return new SoapConfigReader(settings, directory).read();
  }

  private Optional<Ready> read() {
    settings.rejectUnknownKeys(
        Stream.concat(
                HttpEndpoint.KEYS.stream(),
                Stream.of(
                    "type",
                    "wsdl",
                    "service",
                    "port",
                    "address",
                    "zone",
                    "limits",
                    "honoursKeys",
                    "create",
                    "update",
                    "find",
                    "changes",
                    "attach"))
            .toArray(String[]::new));
    String service = settings.requiredString("service");
    String port = settings.requiredString("port");
    String file = settings.requiredString("wsdl");
    Optional<WsdlFile> wsdl = file.isEmpty() ? Optional.empty() : wsdl(file);
    Optional<SoapPort> opened =
        wsdl.filter(it -> isThere(it, service, port)).flatMap(it -> open(it, service, port));
    SoapConfig config = config(wsdl, service, port, opened);
    return opened.map(it -> new Ready(config, it, forms(config, it)));
  }

  private Optional<WsdlFile> wsdl(String file) {
    try {
      return Optional.of(WsdlFile.read(directory.resolve(file)));
    } catch (InvalidPathException e) {
      note(settings, "wsdl", "this is no path");
    } catch (IllegalArgumentException e) {
      note(settings, "wsdl", "this file " + e.getMessage());
    }
    return Optional.empty();
  }

  private boolean isThere(WsdlFile wsdl, String service, String port) {
    Map<String, String> ports = wsdl.ports().getOrDefault(service, Map.of());
    Optional<String> known =
        settings.scalar("service").flatMap(it -> it.asOneOf(wsdl.ports().keySet(), "service"));
    return known.isPresent()
        && settings.scalar("port").flatMap(it -> it.asOneOf(ports.keySet(), "port")).isPresent()
        && ports.containsKey(port);
  }

  private Optional<SoapPort> open(WsdlFile wsdl, String service, String port) {
    try {
      return Optional.of(SoapPort.open(wsdl, service, port));
    } catch (IllegalArgumentException e) {
      note(settings, "wsdl", "this file " + e.getMessage());
      return Optional.empty();
    }
  }

  private SoapConfig config(
      Optional<WsdlFile> wsdl, String service, String port, Optional<SoapPort> opened) {
    ZoneId zone = settings.optionalZoneId("zone").orElse(WIB);
    TextLimits limits = TextLimits.read(settings);
    SoapConfig.Create create = section(settings.requiredMap("create"), opened).create();
    Optional<SoapConfig.Find> find =
        settings.optionalMap("find").map(map -> section(map, opened).find());
    Optional<SoapConfig.Update> update =
        settings.optionalMap("update").map(map -> section(map, opened).update());
    checkCreate(create, find.isPresent(), limits);
    update.ifPresent(it -> checkUpdate(it, limits));
    return new SoapConfig(
        wsdl.map(WsdlFile::file).orElse(directory),
        service,
        port,
        HttpEndpoint.read(settings, address(wsdl, service, port), directory),
        zone,
        limits,
        settings.optionalBoolean("honoursKeys").orElse(false),
        create,
        update,
        find,
        settings.optionalMap("changes").map(map -> section(map, opened).changes(zone)),
        settings.optionalMap("attach").map(map -> section(map, opened).attach()));
  }

  private static OperationReader section(YamlMap map, Optional<SoapPort> port) {
    Shape answer =
        port.flatMap(it -> map.scalar("operation").map(name -> it.operations().get(name.text())))
            .map(Operation::answer)
            .orElseGet(() -> Shape.unknown(new QName("unknown")));
    return new OperationReader(map, answer);
  }

  private URI address(Optional<WsdlFile> wsdl, String service, String port) {
    if (settings.has("address")) {
      return HttpEndpoint.readUri(settings, "address").orElse(NOWHERE);
    }
    Optional<YamlScalar> place = settings.scalar("port");
    String written =
        wsdl.map(it -> it.ports().getOrDefault(service, Map.of()).get(port)).orElse("");
    try {
      URI uri = URI.create(written);
      if (!written.isEmpty() && place.isPresent()) {
        return HttpEndpoint.isFit(uri, settings, place.get()) ? uri : NOWHERE;
      }
    } catch (IllegalArgumentException e) {
      note(settings, "port", "its address in the WSDL is none");
    }
    return NOWHERE;
  }

  private void checkCreate(SoapConfig.Create create, boolean searches, TextLimits limits) {
    Set<String> sources = sources(create.request().fields());
    if (searches && !sources.isEmpty() && !sources.contains("trackingId")) {
      note("create", "'fields' carries no trackingId, by which 'find' searches");
    }
    checkFullText("create", sources, create.attachments(), limits);
  }

  /** What an update leaves out stays as it was there, which a withheld reporter must not (C24). */
  private void checkUpdate(SoapConfig.Update update, TextLimits limits) {
    Map<String, SoapConfig.Value> fields = update.request().fields();
    Set<String> sources = sources(fields);
    if (!sources.isEmpty() && !sources.contains("ticket") && !sources.contains("trackingId")) {
      note("update", "'fields' carries neither ticket nor trackingId, to say which is meant");
    }
    fields.forEach(
        (element, value) -> {
          if (value.source().startsWith("reporter.") && value.otherwise().isEmpty()) {
            note(
                "update",
                "where the reporter is withheld this leaves out '%s', and what the system has there"
                        .formatted(element)
                    + " would stay: give it a text in 'otherwise'");
          }
        });
    checkFullText("update", sources, update.attachments(), limits);
  }

  private void checkFullText(
      String section,
      Set<String> sources,
      Optional<SoapConfig.Files> attachments,
      TextLimits limits) {
    boolean whole =
        sources.contains("fullText.base64")
            || (sources.contains(RequestForm.FILES)
                && attachments
                    .filter(files -> sources(files.fields()).contains("base64"))
                    .isPresent());
    if (limits.cut() && !whole) {
      note(
          section,
          "'limits' cuts texts, and this carries no fullText, as base64 among the attachments");
    }
  }

  private static Set<String> sources(Map<String, SoapConfig.Value> fields) {
    return fields.values().stream().map(SoapConfig.Value::source).collect(Collectors.toSet());
  }

  private void note(String section, String message) {
    settings.optionalMap(section).ifPresent(map -> map.problem(message, ""));
  }

  private Forms forms(SoapConfig config, SoapPort port) {
    return Forms.of(
        config,
        port.operations(),
        (section, key, message) -> {
          if (!key.equals(Forms.READING)) {
            settings.optionalMap(section).ifPresent(map -> noteField(map, key, message));
          }
        });
  }

  /** At the element's own line, wherever in the section it stands. */
  private static void noteField(YamlMap section, String key, String message) {
    Stream<YamlMap> places =
        Stream.of(
                section.optionalMap("fields"),
                section.optionalMap("attachments").flatMap(map -> map.optionalMap("fields")),
                Optional.of(section))
            .flatMap(Optional::stream);
    Optional<YamlMap> place = places.filter(map -> map.has(key)).findFirst();
    if (place.isPresent()) {
      note(place.get(), key, message);
    } else {
      section.problem(message, "");
    }
  }

  private static void note(YamlMap map, String key, String message) {
    map.scalar(key).ifPresent(value -> value.problem(message, ""));
  }
}
