package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlLimits;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration. Every relative path in it begins in the folder of the file itself, so
 * the file means the same wherever it is read from.
 */
public final class ConfigFile {
  static final List<String> KEYS =
      List.of(
          "portal",
          "agencies",
          "mapping",
          "deadlines",
          "delivery",
          "store",
          "http",
          "documents",
          "notifications",
          "privacy");

  private final Path configuration;
  private final Path directory;
  private final YamlMap file;
  private final Problems problems = new Problems();
  private final List<Problem> notices = new ArrayList<>();
  private Optional<Catalogue> categories = Optional.empty();
  private boolean strict;

  private ConfigFile(Path path, Function<String, @Nullable String> environment) {
    this.configuration = path;
    this.directory = Objects.requireNonNullElse(path.getParent(), Path.of(""));
    this.file = YamlFile.read(path, problems, YamlLimits.DEFAULT, environment);
    file.rejectUnknownKeys(KEYS.toArray(String[]::new));
  }

  /**
   * Reads all of it and makes the adapters; opens no connection.
   *
   * @param transport the adapters' way out
   * @throws ConfigurationFault with every fault of the file, its mapping and its adapters
   */
  public static RunnerConfig load(
      Path path, HttpTransport transport, Function<String, @Nullable String> environment) {
    return new ConfigFile(path, environment).compile(transport);
  }

  /**
   * The same, and tells as a fault what is a notice otherwise, since cases go out all the same:
   * what is wrong with templates of letters and recaps, and, held against a list of the portal's
   * categories, a name of the mapping that this has otherwise: the portal may have changed its own
   * after the mapping began to count.
   *
   * @throws ConfigurationFault with every fault of the file, its mapping and its adapters
   */
  public static RunnerConfig load(
      Path path,
      HttpTransport transport,
      Function<String, @Nullable String> environment,
      Optional<Catalogue> categories) {
    ConfigFile config = new ConfigFile(path, environment);
    config.categories = categories;
    config.strict = true;
    return config.compile(transport);
  }

  /**
   * Reads only what is needed to look into the store, so that no secret has to be set for it.
   *
   * @throws ConfigurationFault with the faults of those sections
   */
  public static Whereabouts whereabouts(Path path) {
    ConfigFile config = new ConfigFile(path, name -> null);
    Whereabouts whereabouts =
        Whereabouts.read(
            config.file,
            StoreSection.withoutSecret(config.file, path, config.directory),
            config::onlyDeadlines);
    config.problems.throwIfAny();
    return whereabouts;
  }

  /**
   * Reads where the store is, with the secret that opens it if there is one.
   *
   * @throws ConfigurationFault with the faults of those sections
   */
  public static StoreConfig store(Path path, Function<String, @Nullable String> environment) {
    ConfigFile config = new ConfigFile(path, environment);
    StoreConfig store = StoreSection.read(config.file, path, config.directory, config.notices);
    config.problems.throwIfAny();
    return store;
  }

  /**
   * Reads only how documents look. Those who use a template are told its faults then.
   *
   * @throws ConfigurationFault with the other faults of that section
   */
  public static DocumentsConfig documents(Path path) {
    ConfigFile config = new ConfigFile(path, name -> null);
    DocumentsConfig documents = DocumentsSection.read(config.file, config.directory);
    config.problems.throwIfAny();
    return documents;
  }

  /**
   * Reads only where the files of complaints are kept; no secret has to be set for it.
   *
   * @throws ConfigurationFault with the faults of those sections
   */
  public static Path filesDirectory(Path path) {
    ConfigFile config = new ConfigFile(path, name -> null);
    StoreConfig store = StoreSection.withoutSecret(config.file, path, config.directory);
    Path files =
        AttachmentsSection.read(config.file.optionalMap("documents"), config.directory)
            .directory(store);
    config.problems.throwIfAny();
    return files;
  }

  /**
   * Reads only where the mapping is and which agencies there are.
   *
   * @throws ConfigurationFault with the faults of those keys
   */
  public static MappingPlace mapping(Path path) {
    ConfigFile config = new ConfigFile(path, name -> null);
    Optional<Path> file = MappingSection.read(config.file, config.directory).file();
    Set<String> agencies =
        config.file.optionalMap("agencies").stream()
            .flatMap(it -> it.keys().stream())
            .map(YamlScalar::text)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    config.problems.throwIfAny();
    return new MappingPlace(file.orElse(Path.of("")), agencies);
  }

  private RunnerConfig compile(HttpTransport transport) {
    AgenciesSection agencies =
        new AgenciesSection(
            new AdapterContext(transport, InstantSource.system(), directory), notices);
    PortalConfig portal =
        PortalSection.read(file.requiredMap("portal"), directory, problems, notices);
    agencies.read(file.requiredMap("agencies"), portal.webhook());
    MappingSection routing = MappingSection.read(file, directory);
    Mapping mapping = mapping(routing, agencies);
    NotificationsConfig officials = officials(agencies, transport);
    Optional<HttpConfig> http =
        HttpSection.read(file)
            .or(
                () ->
                    Optional.of(HttpConfig.DEFAULT)
                        .filter(
                            it ->
                                officials.reports().isPresent()
                                    || isPushed(portal, agencies.found())));
    AdminConfig admin = AdminSection.read(file, notices);
    http.ifPresent(it -> refuseOnePort(it, admin));
    RunnerConfig config =
        new RunnerConfig(
            portal,
            agencies.found(),
            mapping,
            routing.deliver(),
            deadlines(),
            documents(),
            officials,
            DeliverySection.read(file, callMax(portal, agencies), notices),
            StoreSection.read(file, configuration, directory, notices),
            http,
            admin,
            notices);
    if (!problems.isEmpty()) {
      config.close();
    }
    problems.throwIfAny();
    return config;
  }

  /** A fault of a template stops whoever asks for faults, and not the delivery of cases. */
  private DocumentsConfig documents() {
    DocumentsConfig documents = DocumentsSection.read(file, directory);
    if (strict) {
      documents.templateFaults().forEach(problems::add);
    } else {
      notices.addAll(documents.templateFaults());
    }
    notices.addAll(documents.letters().strays());
    return documents;
  }

  /** How long a call that changes something may take, by the name of the far end. */
  private static Map<String, Duration> callMax(PortalConfig portal, AgenciesSection agencies) {
    Map<String, Duration> each = new LinkedHashMap<>(agencies.callMax());
    each.put("the portal", portal.wire().writeMax());
    return each;
  }

  private Deadlines onlyDeadlines() {
    Deadlines deadlines = deadlines();
    problems.throwIfAny();
    return deadlines;
  }

  private Deadlines deadlines() {
    WarningSteps steps = LadderSection.read(file).warningSteps();
    return DeadlinesSection.read(file, directory, steps, problems, notices);
  }

  private NotificationsConfig officials(AgenciesSection agencies, HttpTransport transport) {
    Map<AgencyCode, String> names =
        agencies.found().stream().collect(Collectors.toMap(AgencyConfig::code, AgencyConfig::name));
    return new NotificationsSection(directory, transport, problems, notices, agencies::refuseShared)
        .read(file, names);
  }

  private void refuseOnePort(HttpConfig http, AdminConfig admin) {
    if (http.port() == admin.port() && http.port() != 0) {
      file.optionalMap("http")
          .orElse(file)
          .problem(
              "the public listener and the one for administration cannot share port " + http.port(),
              "http.admin.port: another one, or 0");
    }
  }

  private static boolean isPushed(PortalConfig portal, List<AgencyConfig> agencies) {
    return portal.webhook().pushed()
        || agencies.stream().anyMatch(agency -> agency.webhook().pushed());
  }

  private Mapping mapping(MappingSection routing, AgenciesSection agencies) {
    Problems found = new Problems();
    Path path = routing.file().orElse(Path.of(""));
    Mapping mapping = read(path, agencies.codes(), found);
    if (path.equals(Path.of(""))) {
      return mapping; // told already, and there is no such file to speak of
    }
    if (found.isEmpty()) {
      mapping.requireAll(agencies.codes(), found);
    }
    found.list().forEach(problems::add);
    notices.addAll(mapping.notices());
    return mapping;
  }

  private Mapping read(Path path, Set<String> codes, Problems found) {
    return categories
        .map(list -> Mapping.read(path, codes, list, found))
        .orElseGet(() -> Mapping.readAgain(path, codes, Catalogue.shipped(), found));
  }
}
