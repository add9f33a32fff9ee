package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled mapping file: from what the portal says about a complaint to the agencies that answer,
 * and between the portal's words and theirs. The language is in docs/guide/mapping.md.
 *
 * <pre>{@code
 * version: "2026-11-01"     # named on every decision; change it with the file
 * default: diskominfo       # the agency for all that no line below names
 * institutions:             # the portal's institutions: what is disposed there goes to this agency
 *   - {id: 30011, agency: dishub, name: Dinas Perhubungan Kab. Bintan}   # the name is for readers
 * categories:               # the portal's categories, by agency; an agency may stand here often
 *   - agency: dishub
 *     ids:
 *       - 1398              # Penerangan Jalan
 *       - 936               # Transportasi Darat
 * rules:                    # tried from top to bottom; the first that is met decides
 *   - {name: pungli, when: {words: [pungli]}, to: inspektorat}
 * }</pre>
 *
 * <p>The order of decision is fixed (D13): institution, rules, category, default. What may be right
 * and looks odd is a {@linkplain #notices() notice}. At most 8 MiB and 500 rules. Immutable; safe
 * for use by several threads.
 */
public final class Mapping {

  private final MappingText text;
  private final String file;
  private final Compiled compiled;

  Mapping(MappingText text, Compiled compiled) {
    this.text = text;
    this.file = text.file();
    this.compiled = compiled;
  }

  /**
   * Compiles a file whose agencies are not known beforehand.
   *
   * @throws ConfigurationFault with every fault of the file
   */
  public static Mapping load(Path file) {
    return load(file, Set.of());
  }

  /**
   * Compiles a file; any other agency than these is a fault, unless there are none.
   *
   * @throws ConfigurationFault with every fault of the file
   */
  public static Mapping load(Path file, Collection<String> agencies) {
    Problems problems = new Problems();
    Mapping mapping = read(file, agencies, problems);
    problems.throwIfAny();
    return mapping;
  }

  /**
   * As {@link #load(Path, Collection)}, for a caller that collects the faults of several files. The
   * mapping must not be used if there were any.
   */
  public static Mapping read(Path file, Collection<String> agencies, Problems problems) {
    return read(file, agencies, Catalogue.shipped(), problems);
  }

  /** As {@link #read(Path, Collection, Problems)}, held against another list of the portal's. */
  public static Mapping read(
      Path file, Collection<String> agencies, Catalogue catalogue, Problems problems) {
    return new MappingFile(
            String.valueOf(file.getFileName()), agencies, catalogue, new Findings(true))
        .compile(file, problems);
  }

  /** As {@code read}, of a file that may have counted already; see {@link #parseAgain}. */
  public static Mapping readAgain(
      Path file, Collection<String> agencies, Catalogue catalogue, Problems problems) {
    return new MappingFile(
            String.valueOf(file.getFileName()), agencies, catalogue, new Findings(false))
        .compile(file, problems);
  }

  /** As {@link #read(Path, Collection, Problems)}, of bytes that were kept. */
  public static Mapping parse(
      String name, byte[] content, Collection<String> agencies, Problems problems) {
    return parse(name, content, agencies, Catalogue.shipped(), problems);
  }

  /** As {@link #parse(String, byte[], Collection, Problems)}, held against another list. */
  public static Mapping parse(
      String name,
      byte[] content,
      Collection<String> agencies,
      Catalogue catalogue,
      Problems problems) {
    return new MappingFile(name, agencies, catalogue, new Findings(true))
        .compile(content, problems);
  }

  /**
   * As {@code parse}, of a file that has counted already: a category or topic that the portal has
   * renamed or dropped since is a notice and no fault, so that a change of the portal's list never
   * stops a mapping that was right.
   */
  public static Mapping parseAgain(
      String name,
      byte[] content,
      Collection<String> agencies,
      Catalogue catalogue,
      Problems problems) {
    return new MappingFile(name, agencies, catalogue, new Findings(false))
        .compile(content, problems);
  }

  /** The file itself. */
  public MappingText text() {
    return text;
  }

  Compiled compiled() {
    return compiled;
  }

  /** The version that the file gives itself. */
  public String version() {
    return compiled.version();
  }

  /** The codes of the agencies that stand anywhere in the file. */
  public Set<String> agencies() {
    return compiled.named();
  }

  /** Notes each of these agencies that the file names nowhere: it would wait for ever. */
  public void requireAll(Collection<String> agencies, Problems problems) {
    for (String agency : agencies) {
      if (!compiled.named().contains(agency)) {
        problems.add(
            new Problem(
                file,
                0,
                0,
                "the mapping names the agency '" + agency + "' nowhere",
                "name it there, or remove it from lapor.yaml"));
      }
    }
  }

  /** What looks odd and is allowed, such as category ids that the portal's list does not have. */
  public List<Problem> notices() {
    return compiled.notices();
  }

  /** The rules in their order, those that only mark among them. */
  public List<Line> rules() {
    return compiled.rules().stream()
        .map(rule -> new Line(rule.name(), where(rule.target()), rule.target().agencies()))
        .toList();
  }

  /** The line that names each category id, in the table of categories or else in a rule. */
  public Map<String, String> categoryPlaces() {
    Map<String, String> places = new LinkedHashMap<>();
    compiled.categories().byId().forEach((id, target) -> places.put(id, where(target)));
    for (RuleLine rule : compiled.rules()) {
      for (Condition condition : rule.conditions()) {
        if (condition instanceof Condition.OfCategory category) {
          category.categories().ids().forEach(id -> places.putIfAbsent(id, where(rule.target())));
        }
      }
    }
    return places;
  }

  /** Whether the file has this word for an agency's status, be it one that says nothing. */
  public boolean knowsStatus(String agency, String word) {
    return agency(agency).statuses().handling(word).isPresent();
  }

  /** What a person means by a word for a classification; empty for one that nobody knows. */
  public Optional<Classification> classification(String word) {
    return compiled.terms().classifications().meant(word);
  }

  /** The words of the national rules and of the file for classifications, in small letters. */
  public Set<String> classifications() {
    return compiled.terms().classifications().classifications();
  }

  /**
   * Decides by category and disposition alone; there is always an answer.
   *
   * @param categoryId the category on the portal, empty in one complaint of seven
   * @param dispositionInstitutionId the institution that the portal has disposed it to
   */
  public Routing route(Optional<String> categoryId, Optional<String> dispositionInstitutionId) {
    return route(
        new Question(
            "",
            "",
            categoryId.map(id -> new Category(id, "")),
            Classification.UNKNOWN,
            "",
            "",
            Visibility.UNKNOWN,
            Optional.empty(),
            dispositionInstitutionId.map(id -> new Institution(id, ""))));
  }

  /** Decides; there is always an answer. */
  public Routing route(Question question) {
    return new Router(compiled, file).route(question);
  }

  /**
   * What an agency's own word for its status means; unknown where the mapping has no such word.
   * Capital and small letters count as the same.
   */
  public Handling handling(String agency, String word) {
    return agency(agency).statuses().handling(word).orElse(Handling.UNKNOWN);
  }

  /**
   * An agency's own words for what we know of a complaint, by the name of the thing: {@code
   * status}, {@code channel}, {@code classification}, {@code priority}, {@code region}, {@code
   * category} and whatever further fields the mapping has for it. What has no word has no key. What
   * was closed by nobody that is known is never called done (C13).
   */
  public Map<String, String> words(String agency, Question question, Status status) {
    Agency found = compiled.agencies().get(agency);
    if (found == null) {
      return Map.of();
    }
    Asked asked = new Asked(question, compiled.terms());
    List<String> priority =
        found.table(Agency.Word.PRIORITY).isEmpty()
            ? List.of()
            : Ruling.of(compiled.rules(), asked, file).priority().stream().toList();
    Map<String, String> words = new LinkedHashMap<>();
    found.statuses().word(status).ifPresent(word -> words.put("status", word));
    words.putAll(found.words(asked, priority));
    return words;
  }

  /** The category's topic and name in the shipped list; the id itself if it is not there. */
  public static String describe(String categoryId) {
    return Catalogue.shipped().describe(categoryId).orElse(categoryId);
  }

  /** All that the file decides, in a form in which equal meaning is equal text. */
  String canonical() {
    return compiled.canonical();
  }

  private Agency agency(String code) {
    return compiled.agency(code);
  }

  private String where(Target target) {
    return file + ":" + target.line();
  }

  /**
   * A rule of the file.
   *
   * @param where its place, such as {@code mapping.yaml:17}
   * @param agencies who gets what meets it; none where it only marks
   */
  public record Line(String rule, String where, List<String> agencies) {}
}
