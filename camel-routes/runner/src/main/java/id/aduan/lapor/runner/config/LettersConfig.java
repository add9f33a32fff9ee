package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.documents.letter.LetterTemplate;
import id.aduan.lapor.documents.letter.LetterTemplateException;
import id.aduan.lapor.documents.letter.ShippedTemplates;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What {@code documents.letters} says. A template that has faults keeps nothing from running but
 * the letter that it is for.
 *
 * @param templates of our own; a kind that is missing has the shipped one
 * @param faults of those that cannot be used
 * @param strays files in the folder that are of no letter
 * @param values by placeholder: whose letters they are, where, and who signs
 */
public record LettersConfig(
    Map<LetterKind, LetterTemplate> templates,
    Map<LetterKind, List<Problem>> faults,
    List<Problem> strays,
    Map<String, String> values) {
  public LettersConfig {
    templates = Map.copyOf(templates);
    faults = Map.copyOf(faults);
    strays = List.copyOf(strays);
    values = Map.copyOf(values);
  }

  /**
   * The template of a letter.
   *
   * @throws ConfigurationFault with the faults of that one alone
   */
  public LetterTemplate template(LetterKind kind) throws IOException {
    List<Problem> found = faults.getOrDefault(kind, List.of());
    if (!found.isEmpty()) {
      throw new ConfigurationFault(found);
    }
    LetterTemplate own = templates.get(kind);
    if (own != null) {
      return own;
    }
    try {
      return LetterTemplate.read(ShippedTemplates.odt(kind));
    } catch (LetterTemplateException e) {
      throw new IllegalStateException("a template of this build has faults", e);
    }
  }
}
