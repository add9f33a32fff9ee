package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a document is written, and about which agency it is. */
final class DocumentOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there; what the name ends in is the format.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Option(names = "--agency", paramLabel = "CODE", description = "About this agency.")
  private @Nullable String agency;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  boolean force() {
    return force;
  }

  /** The agency's code. */
  Optional<String> agency() {
    try {
      return Optional.ofNullable(agency).map(it -> new AgencyCode(it.strip()).value());
    } catch (IllegalArgumentException e) {
      String command = Objects.requireNonNull(mixee).qualifiedName();
      throw new CommandFailure(
          Exit.USAGE,
          "usage",
          "--agency is a code: lower-case letters, digits and hyphens; see '"
              + command
              + " --help'");
    }
  }
}
