package id.aduan.lapor.runner.command;

import picocli.CommandLine.Option;

/** How a command answers. */
final class AnswerOptions {
  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "id|en",
      defaultValue = "id",
      description = "The language of the answer (default: ${DEFAULT-VALUE}).")
  private Messages.Language language = Messages.Language.id;

  boolean json() {
    return json;
  }

  /** The language of what the core explains. */
  id.aduan.lapor.deadline.Language language() {
    return switch (language) {
      case id -> id.aduan.lapor.deadline.Language.ID;
      case en -> id.aduan.lapor.deadline.Language.EN;
    };
  }

  Messages messages() {
    return Messages.in(language);
  }
}
