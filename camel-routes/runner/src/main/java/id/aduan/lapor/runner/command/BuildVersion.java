package id.aduan.lapor.runner.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lapor " + text()};
  }

  private static String text() {
    Properties build = new Properties();
    try (InputStream in =
        BuildVersion.class.getResourceAsStream("/id/aduan/lapor/runner/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
    return build.getProperty("version", "of unknown version");
  }
}
