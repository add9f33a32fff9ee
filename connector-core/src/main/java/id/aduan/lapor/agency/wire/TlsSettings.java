package id.aduan.lapor.agency.wire;

import id.aduan.lapor.http.ClientCertificate;
import id.aduan.lapor.http.TlsFault;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys {@code clientCertificate} and {@code trust}: TLS beyond what the system brings. */
public final class TlsSettings {
  /** The keys that are read here. */
  public static final List<String> KEYS = List.of("clientCertificate", "trust");

  private TlsSettings() {}

  /** Reads the files, and notes what is wrong with one at the line that names it. */
  public static TlsIdentity read(YamlMap settings, Path directory) {
    refuseWithoutTls(settings);
    Optional<YamlScalar> file = certificateFile(settings);
    Optional<YamlScalar> trust = settings.scalar("trust");
    Optional<ClientCertificate> certificate =
        settings
            .optionalMap("clientCertificate")
            .flatMap(map -> certificate(map, directory))
            .filter(it -> identity(Optional.of(it), Optional.empty(), file).isPresent());
    Optional<Path> trusted =
        trust
            .flatMap(it -> path(it, directory))
            .filter(it -> identity(Optional.empty(), Optional.of(it), trust).isPresent());
    return identity(certificate, trusted, trust).orElse(TlsIdentity.SYSTEM);
  }

  /** What a person should know of a certificate that can be used, such as that it has ended. */
  public static List<Problem> notices(YamlMap settings, Path directory, Instant now) {
    return certificateFile(settings).stream()
        .flatMap(
            place ->
                read(settings, directory).notices(now).stream()
                    .map(what -> place.note(what, "ask its issuer for a new one")))
        .toList();
  }

  private static void refuseWithoutTls(YamlMap settings) {
    boolean off = settings.scalar("tls").filter(tls -> tls.text().equals("off")).isPresent();
    settings.keys().stream()
        .filter(key -> off && KEYS.contains(key.text()))
        .forEach(key -> key.problem(key.excerpt() + " is of no use with 'tls: off'", ""));
  }

  private static Optional<YamlScalar> certificateFile(YamlMap settings) {
    return settings.optionalMap("clientCertificate").flatMap(map -> map.scalar("file"));
  }

  private static Optional<ClientCertificate> certificate(YamlMap map, Path directory) {
    map.rejectUnknownKeys("file", "password");
    map.requireKeys("file", "password");
    return map.scalar("file")
        .flatMap(file -> path(file, directory))
        .flatMap(
            file ->
                map.optionalSecret("password")
                    .map(it -> new ClientCertificate(file, it.reveal().toCharArray())));
  }

  private static Optional<Path> path(YamlScalar written, Path directory) {
    try {
      return written.asText().map(directory::resolve);
    } catch (InvalidPathException e) {
      written.problem(written.excerpt() + " is not a path", "");
      return Optional.empty();
    }
  }

  private static Optional<TlsIdentity> identity(
      Optional<ClientCertificate> certificate, Optional<Path> trusted, Optional<YamlScalar> place) {
    try {
      return Optional.of(TlsIdentity.of(certificate, trusted));
    } catch (TlsFault e) {
      place.ifPresent(it -> it.problem(String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }
}
