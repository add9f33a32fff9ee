package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lapor " + BuildInfo.version()};
  }
}
