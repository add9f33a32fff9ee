package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.portal.profile.Profile;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys {@code portal.profile} and {@code portal.baseUri}, which may come from the profile. */
final class ProfileSection {
  private static final URI NOWHERE = URI.create("https://missing.invalid");

  /** Keys of an earlier version, and where the same is said now. */
  private static final List<List<String>> MOVED =
      List.of(
          List.of("zone", "times.zone"),
          List.of("template", "reply.template"),
          List.of("paths", "the path of each call"));

  private ProfileSection() {}

  static Profile read(YamlMap portal, Path directory, Problems problems) {
    return portal
        .scalar("profile")
        .map(name -> Profiles.named(name, directory, problems))
        .orElseGet(V3Profile::standard);
  }

  /** The configuration's own address, or else the profile's. */
  static URI baseUri(YamlMap portal, Profile profile) {
    if (portal.has("baseUri")) {
      return HttpEndpoint.readUri(portal, "baseUri").orElse(NOWHERE);
    }
    Optional<YamlScalar> named = portal.scalar("profile");
    if (named.isEmpty()) {
      portal.requireKeys("baseUri"); // nobody calls the national portal without having said so
      return NOWHERE;
    }
    if (profile.baseUri().isEmpty()) {
      portal.requireKeys("baseUri");
    }
    return profile
        .baseUri()
        .filter(uri -> HttpEndpoint.isFit(uri, portal, named.get()))
        .orElse(NOWHERE);
  }

  static void refuseMoved(YamlMap portal) {
    for (YamlScalar key : portal.keys()) {
      MOVED.stream()
          .filter(moved -> moved.get(0).equals(key.text()))
          .forEach(
              moved ->
                  key.problem(
                      "'" + key.text() + "' is said in the profile now",
                      moved.get(1) + " in a file with 'extends: sp4n-v3', named by 'profile'"));
    }
  }
}
