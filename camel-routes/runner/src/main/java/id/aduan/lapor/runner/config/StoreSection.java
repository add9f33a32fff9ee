package id.aduan.lapor.runner.config;

import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.StorePlace.InPostgres;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys {@code store}, {@code privacy} and {@code http.admin.file}: where things lie. */
final class StoreSection {
  private static final String STORE = "data/lapor.db";
  private static final String POSTGRES = "postgres";
  private static final Pattern NODE = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

  /** Hosts, database, parameters. Nobody's name can stand in the first two. */
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://([^\\s/?@]+)/([^\\s/?@]+)(?:\\?(\\S*))?");

  private static final Pattern CREDENTIAL =
      Pattern.compile("(?:^|&)(?:user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);
  private static final Pattern OWN_MACHINE =
      Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?");
  private static final Pattern VERIFIED = Pattern.compile("(?:^|&)sslmode=verify-full(?:&|$)");
  private static final String URL_HINT =
      "such as jdbc:postgresql://db.example.go.id:5432/lapor?sslmode=verify-full";

  private final YamlMap file;
  private final Path configuration;
  private final Path directory;
  private final List<Problem> notices;

  /**
   * Looks at the sections.
   *
   * @param configuration the file that they stand in
   */
  private StoreSection(YamlMap file, Path configuration, Path directory, List<Problem> notices) {
    this.file = file;
    this.configuration = configuration;
    this.directory = directory;
    this.notices = notices;
  }

  /** Reads all of it. */
  static StoreConfig read(YamlMap file, Path configuration, Path directory, List<Problem> notices) {
    return new StoreSection(file, configuration, directory, notices).config(true);
  }

  /** The same without its secret, for whoever may not need it. */
  static StoreConfig withoutSecret(YamlMap file, Path configuration, Path directory) {
    return new StoreSection(file, configuration, directory, new ArrayList<>()).config(false);
  }

  private StoreConfig config(boolean withSecret) {
    Optional<YamlMap> store = file.optionalMap("store");
    store.ifPresent(it -> it.rejectUnknownKeys("path", POSTGRES, "node"));
    Optional<YamlMap> postgres = store.flatMap(it -> it.optionalMap(POSTGRES));
    if (postgres.isPresent()) {
      store.ifPresent(this::refusePath);
    }
    Path usual = store.flatMap(it -> path(it, "path")).orElse(directory.resolve(STORE));
    Optional<Path> keys = keys();
    if (postgres.isPresent() && keys.isEmpty()) {
      requireKeys(postgres.get());
    }
    StorePlace place =
        postgres.<StorePlace>map(it -> database(it, withSecret)).orElseGet(() -> new InFile(usual));
    return new StoreConfig(
        place,
        keys.orElseGet(() -> JdbcStore.keysBeside(usual)),
        notice(place),
        store.flatMap(StoreSection::node));
  }

  private void refusePath(YamlMap store) {
    store
        .scalar("path")
        .ifPresent(
            path ->
                path.problem(
                    "the store is either a file or a database, and both are named",
                    "keep 'path' or '" + POSTGRES + "'"));
  }

  private Optional<Path> keys() {
    return file.optionalMap("privacy")
        .flatMap(
            privacy -> {
              privacy.rejectUnknownKeys("keys");
              return path(privacy, "keys");
            });
  }

  /** A file that is there by default on one node would be another one on the next. */
  private static void requireKeys(YamlMap postgres) {
    postgres.problem(
        "with a database the keys of the personal columns need a file that you name",
        "privacy: {keys: /var/lib/lapor/lapor.keys}; the same file on every node");
  }

  private InPostgres database(YamlMap postgres, boolean withSecret) {
    postgres.rejectUnknownKeys("url", "user", "password");
    postgres.requireKeys("url");
    Optional<YamlScalar> url = postgres.scalar("url");
    url.ifPresent(this::check);
    Optional<Secret> password = withSecret ? postgres.optionalSecret("password") : Optional.empty();
    return new InPostgres(
        url.map(YamlScalar::text).orElse(""), postgres.requiredString("user"), password);
  }

  /** Its value is never shown: a password may have strayed into it. */
  private void check(YamlScalar url) {
    Matcher parts = URL.matcher(url.text());
    if (url.asText().isEmpty()) {
      return; // told
    }
    if (!parts.matches()) {
      url.problem("'url' is not the address of a PostgreSQL database", URL_HINT);
      return;
    }
    String parameters = parts.group(3) == null ? "" : parts.group(3);
    if (CREDENTIAL.matcher(parameters).find()) {
      url.problem(
          "who we are to the database does not stand in its address",
          "write 'user', and 'password' as ${env:NAME} or ${file:PATH}");
    }
    if (!isOwnMachine(parts.group(1)) && !VERIFIED.matcher(parameters).find()) {
      notices.add(
          url.note(
              "the database need not prove who it is: sslmode is not verify-full",
              "add sslmode=verify-full and, for an authority of your own, sslrootcert=/path/ca.pem"));
    }
  }

  private static boolean isOwnMachine(String hosts) {
    return Arrays.stream(hosts.split(",")).allMatch(it -> OWN_MACHINE.matcher(it).matches());
  }

  private Path notice(StorePlace place) {
    return file.optionalMap("http")
        .flatMap(http -> http.optionalMap(AdminSection.KEY))
        .flatMap(admin -> path(admin, AdminSection.FILE))
        .orElseGet(() -> beside(place instanceof InFile in ? in.file() : configuration));
  }

  private static Path beside(Path path) {
    return path.resolveSibling(path.getFileName() + ".admin");
  }

  private static Optional<String> node(YamlMap store) {
    Optional<YamlScalar> node = store.scalar("node");
    node.filter(it -> !NODE.matcher(it.text()).matches())
        .ifPresent(
            it ->
                it.problem(
                    it.excerpt() + " is no name of a node",
                    "1 to 100 letters, digits and . _ @ -"));
    return node.flatMap(YamlScalar::asText);
  }

  private Optional<Path> path(YamlMap map, String key) {
    return PlacesSection.path(map, key, directory);
  }
}
