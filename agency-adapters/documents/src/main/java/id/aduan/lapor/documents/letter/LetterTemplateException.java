package id.aduan.lapor.documents.letter;

import java.io.Serial;
import java.util.List;

/** A template has faults; all of them are told. Nothing was made of it. */
public final class LetterTemplateException extends Exception {
  @Serial private static final long serialVersionUID = 1;
  private final transient List<TemplateProblem> problems;

  LetterTemplateException(List<TemplateProblem> problems) {
    super("the template has " + problems.size() + " faults");
    this.problems = List.copyOf(problems);
  }

  /** What they are; at least one. */
  public List<TemplateProblem> problems() {
    return problems;
  }
}
