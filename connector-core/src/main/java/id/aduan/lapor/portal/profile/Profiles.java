package id.aduan.lapor.portal.profile;

import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds and reads profiles: those that ship, by name, and an operator's own, by path. */
public final class Profiles {
  /** The names of those that ship. */
  public static final List<String> SHIPPED =
      List.of("sp4n-v3", "sp4n-v3-sandbox", "simulator", "stream");

  /** Those that ship and have been asked for. */
  private static final Map<String, Profile> READ = new ConcurrentHashMap<>();

  private static final int LAYERS_MAX = 5;
  private static final int VERSION = 1;
  private final Problems problems;
  private final List<YamlMap> layers = new ArrayList<>();

  private Profiles(Problems problems) {
    this.problems = problems;
  }

  /** One that ships; it is ours, so a fault in it is a broken build. */
  public static Profile shipped(String name) {
    return READ.computeIfAbsent(name, Profiles::read);
  }

  private static Profile read(String name) {
    Problems problems = new Problems();
    Profiles profiles = new Profiles(problems);
    profiles.open(name);
    Profile profile = profiles.compile(name);
    problems.throwIfAny();
    return profile;
  }

  /** The text of one that ships, to be copied; nothing for another name. */
  public static Optional<byte[]> text(String name) {
    if (!SHIPPED.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in =
        Objects.requireNonNull(Profiles.class.getResourceAsStream(name + ".yaml"))) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a profile that ships cannot be read", e);
    }
  }

  /**
   * The profile that a configuration names: one that ships, or a file beside the configuration. Its
   * faults are noted; what comes back then is not for use.
   */
  public static Profile named(YamlScalar reference, Path directory, Problems problems) {
    Profiles profiles = new Profiles(problems);
    profiles.follow(reference, directory);
    return profiles.compile(reference.text());
  }

  private void follow(YamlScalar reference, Path directory) {
    String name = reference.text();
    if (layers.size() >= LAYERS_MAX) {
      reference.problem(
          "more than " + LAYERS_MAX + " profiles extend each other", "one of them names itself");
    } else if (SHIPPED.contains(name)) {
      open(name);
    } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      add(YamlFile.read(directory.resolve(name), problems), directory.resolve(name));
    } else {
      reference.asOneOf(SHIPPED, "profile");
    }
  }

  private void open(String name) {
    add(YamlFile.resource(Profiles.class, name + ".yaml", problems), Path.of(""));
  }

  private void add(YamlMap layer, Path file) {
    layers.add(layer);
    layer
        .scalar("extends")
        .ifPresent(it -> follow(it, Objects.requireNonNullElse(file.getParent(), Path.of(""))));
  }

  private Profile compile(String name) {
    ProfileMap profile = new ProfileMap(layers);
    layers.forEach(layer -> layer.optionalInt("version", VERSION, VERSION));
    Optional<URI> baseUri = profile.orNone("baseUri").flatMap(YamlScalar::asUri);
    Optional<String> wire =
        profile.scalar("wire").flatMap(it -> it.asOneOf(List.of("v3", "stream"), "wire"));
    if (!layers.isEmpty() && !layers.get(0).keys().isEmpty() && !profile.has("wire")) {
      layers.get(0).problem("the key 'wire' is missing", "or say 'extends: sp4n-v3'");
    }
    return wire.filter("stream"::equals).isPresent()
        ? StreamReader.read(profile, name, baseUri)
        : new V3Reader(profile).read(name, baseUri);
  }
}
