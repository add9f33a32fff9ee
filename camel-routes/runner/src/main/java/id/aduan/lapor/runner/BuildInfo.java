package id.aduan.lapor.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote of itself. */
public final class BuildInfo {
  private BuildInfo() {}

  /** The version. */
  public static String version() {
    Properties build = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
    return build.getProperty("version", "of unknown version");
  }
}
