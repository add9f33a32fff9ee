package id.aduan.lapor.runner.command;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.audit.AuditTrail.Chain;
import id.aduan.lapor.runner.answer.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds every entry of the audit trail against its chain, and the chain against a noted head. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Holds every entry against the chain of hashes, and tells the chain's head.",
      "Note the head elsewhere: given back by --head, it proves that the end was not cut off.",
      "Exit code 0 when all is whole, 1 when something differs."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final Pattern HEAD = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  @Option(names = "--head", paramLabel = "SEQ:HASH", description = "A head that was told earlier.")
  private @Nullable String head;

  AuditVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A head that was noted elsewhere. */
  private record Noted(long sequence, String hash) {
    static Noted parse(String text) {
      Matcher matcher = HEAD.matcher(text);
      if (!matcher.matches()) {
        throw new CommandFailure(
            Exit.USAGE,
            "usage",
            "--head is a number, a colon and 64 hexadecimal digits; see 'lapor audit verify --help'");
      }
      return new Noted(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public Integer call() {
    Optional<Noted> noted = Optional.ofNullable(head).map(Noted::parse);
    try (StoreReader reader = StoreReader.open(config.file(), surroundings)) {
      AuditTrail trail = reader.store().audit();
      Answer answer =
          reader
              .store()
              .read(
                  tx -> {
                    Chain chain = trail.chain(tx);
                    Optional<String> fault =
                        broken(chain)
                            .or(
                                () ->
                                    noted.flatMap(
                                        it -> against(it, chain, trail.hashOf(tx, it.sequence()))));
                    return new Answer(
                        fault.isEmpty(),
                        chain.entries(),
                        chain.headSequence(),
                        chain.headHash(),
                        fault.orElse(""));
                  });
      surroundings.terminal().out().println(json ? Json.write(answer) : answer.line());
      return (answer.whole() ? Exit.OK : Exit.DIFFERENCE).code();
    }
  }

  private static Optional<String> broken(Chain chain) {
    return chain.firstBroken().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "entry "
                + chain.firstBroken().getAsLong()
                + " does not fit the chain before it: it, or one before it, was changed, removed or"
                + " moved");
  }

  private static Optional<String> against(Noted noted, Chain chain, Optional<String> stored) {
    if (noted.sequence() > chain.headSequence()) {
      return Optional.of(
          "the noted head is entry %d and the trail ends with %d: its end was cut off"
              .formatted(noted.sequence(), chain.headSequence()));
    }
    return stored.filter(noted.hash()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "entry " + noted.sequence() + " is not the noted one: the trail was written anew");
  }

  /** What {@code --json} prints. */
  record Answer(boolean whole, long entries, long headSequence, String headHash, String fault) {
    String line() {
      if (!whole) {
        return "audit trail of %d entries: %s".formatted(entries, fault);
      }
      return entries == 0
          ? "audit trail: no entries yet"
          : "audit trail: %d entries, whole; head %d:%s".formatted(entries, headSequence, headHash);
    }
  }
}
