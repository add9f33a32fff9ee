package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.TrialComplaint;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.MappingPlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where a complaint would go that does not exist. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Where a complaint would go that does not exist: which agencies, by which",
      "rule, and what was tried before. Nothing is kept.",
      "Its keys, all optional: title, content, category, categoryName,",
      "classification, channel, location, anonymous, secret, institution, receivedAt."
    })
final class MappingTryCommand implements Callable<Integer> {
  private static final int WORDS_TOLD_MAX = 50;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "FILE.json", description = "The complaint, at most 256 KiB of JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE|VERSION",
      description = "Which mapping (default: the configured file).")
  private @Nullable String mapping;

  MappingTryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = config.file();
    TrialComplaint trial = trial();
    Mapping chosen = chosen(from);
    Routing routing =
        chosen.route(trial.question(surroundings.time().instant(), classification(trial, chosen)));
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(routing));
    } else {
      new RoutingPage(answer.messages(), surroundings.terminal().out())
          .decision(routing, ConfigFile.whereabouts(from).names());
    }
    return Exit.OK.code();
  }

  /** The store is needed for a version of it alone. */
  private Mapping chosen(Path from) {
    MappingPlace place = ConfigFile.mapping(from);
    if (mapping == null) {
      return place.compile(place.file(), new KnownStore(from, surroundings).categories());
    }
    Optional<Path> other = MappingChoice.file(mapping);
    if (other.isPresent()) {
      return place.compile(other.get(), new KnownStore(from, surroundings).categories());
    }
    try (StoreReader reader = StoreReader.open(from, surroundings)) {
      return new MappingChoice(place, reader::store).named(mapping);
    }
  }

  /** A word that the mapping does not know would be tried as none, and judged wrongly. */
  private Classification classification(TrialComplaint trial, Mapping chosen) {
    String word = trial.classification().orElse("").strip();
    if (word.isEmpty()) {
      return Classification.UNKNOWN;
    }
    return chosen
        .classification(word)
        .orElseThrow(
            () ->
                unusable(
                    "has a 'classification' that the mapping does not know; it knows "
                        + chosen.classifications().stream()
                            .limit(WORDS_TOLD_MAX)
                            .collect(Collectors.joining(", "))));
  }

  private TrialComplaint trial() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(TrialComplaint.BYTES_MAX + 1);
      if (bytes.length > TrialComplaint.BYTES_MAX) {
        throw unusable("has more than " + TrialComplaint.BYTES_MAX + " bytes");
      }
      String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Json.readWhole(json, TrialComplaint.class)
          .orElseThrow(
              () -> unusable("is no JSON of the keys that 'lapor mapping try --help' lists"));
    } catch (CharacterCodingException e) {
      throw unusable("is not UTF-8");
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.NO_INPUT,
          "mapping.trial_missing",
          "the file %s cannot be read; name a complaint in JSON".formatted(file));
    }
  }

  private CommandFailure unusable(String why) {
    return new CommandFailure(
        Exit.DATA, "mapping.trial", "the complaint in %s %s".formatted(file, why));
  }
}
