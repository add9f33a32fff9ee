package id.aduan.lapor.runner.command;

import id.aduan.lapor.portal.profile.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a portal profile that ships, to be read, or copied and edited. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Prints a profile of the portal that ships, or their names.",
      "A file with only what differs, and 'extends: NAME', is enough: name it in portal.profile."
    })
final class ProfileCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which one.")
  private String name = "";

  ProfileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (name.isEmpty()) {
      Profiles.SHIPPED.forEach(surroundings.terminal().out()::println);
      return Exit.OK.code();
    }
    byte[] text =
        Profiles.text(name)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        Exit.USAGE,
                        "usage",
                        "there is no such profile in this version; 'lapor profile' lists them"));
    surroundings.terminal().out().println(new String(text, StandardCharsets.UTF_8).stripTrailing());
    return Exit.OK.code();
  }
}
