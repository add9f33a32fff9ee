package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.v3.V3Paths;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key {@code portal.paths}: the calls of the v3 portal, below its base address. */
final class PathsSection {
  private static final String ID = "{id}";
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");
  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.-]{0,64}");
  private final YamlMap paths;

  private PathsSection(YamlMap paths) {
    this.paths = paths;
  }

  static V3Paths read(YamlMap portal) {
    return portal
        .optionalMap("paths")
        .map(paths -> new PathsSection(paths).paths())
        .orElse(V3Paths.DEFAULT);
  }

  private V3Paths paths() {
    paths.rejectUnknownKeys("complaint", "followUps", "addFollowUp", "list", "updatedSince");
    V3Paths usual = V3Paths.DEFAULT;
    return new V3Paths(
        path("complaint", usual.complaint(), true),
        path("followUps", usual.followUps(), true),
        path("addFollowUp", usual.addFollowUp(), false),
        path("list", usual.list(), false),
        updatedSince(usual.updatedSince()));
  }

  private String path(String key, String usual, boolean ofOne) {
    Optional<YamlScalar> written = paths.scalar(key);
    written.ifPresent(
        path -> {
          if (ofOne != path.text().contains(ID)) {
            path.problem(
                "'%s' must %s '{id}', the complaint's number"
                    .formatted(key, ofOne ? "hold" : "not hold"),
                "such as " + usual);
          } else if (!PATH.matcher(path.text().replace(ID, "0")).matches()) {
            path.problem(path.excerpt() + " is not the path of an address", "such as " + usual);
          }
        });
    return written.map(YamlScalar::text).orElse(usual);
  }

  /** Empty for a portal that cannot leave out what has not changed. */
  private String updatedSince(String usual) {
    Optional<YamlScalar> written = paths.scalar("updatedSince");
    written
        .filter(name -> !PARAMETER.matcher(name.text()).matches())
        .ifPresent(name -> name.problem(name.excerpt() + " is not the name of a parameter", ""));
    return written.map(YamlScalar::text).orElse(usual);
  }
}
