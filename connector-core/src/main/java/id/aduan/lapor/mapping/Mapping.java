package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.mapping.Routing.Rule;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled mapping file: from what the portal says about a complaint to the agency that answers.
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
 * }</pre>
 *
 * <p>{@code version} and {@code default} are required. Ids are digits, with or without quotes; each
 * stands once, because two lines would be two answers. An id that the shipped list of categories
 * does not have is right until proven wrong, so it is a {@linkplain #notices() notice}.
 *
 * <p>The rules have a fixed order (D13): institution, category, default. At most 8 MiB. Immutable;
 * safe for use by several threads.
 */
public final class Mapping {

  private final String file;
  private final String version;
  private final Target fallback;
  private final Map<String, Target> institutions;
  private final Map<String, Target> categories;
  private final List<Problem> notices;
  private final byte[] content;

  Mapping(
      String file,
      String version,
      Target fallback,
      Map<String, Target> institutions,
      Map<String, Target> categories,
      List<Problem> notices,
      byte[] content) {
    this.file = file;
    this.version = version;
    this.fallback = fallback;
    this.institutions = Map.copyOf(institutions);
    this.categories = Map.copyOf(categories);
    this.notices = List.copyOf(notices);
    this.content = content.clone();
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
    return new MappingFile(String.valueOf(file.getFileName()), agencies, problems).compile(file);
  }

  /** As {@link #read}, of bytes that were kept. */
  public static Mapping parse(
      String name, byte[] content, Collection<String> agencies, Problems problems) {
    return new MappingFile(name, agencies, problems).compile(content);
  }

  /** The version that the file gives itself. */
  public String version() {
    return version;
  }

  /** The name of the file, without its folder. */
  public String file() {
    return file;
  }

  /** The file as it was compiled, byte by byte, so that it can be compiled anew. */
  public byte[] content() {
    return content.clone();
  }

  /** The SHA-256 of the file in lower-case hex: whether two of one version are the same. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The codes of the agencies that some line names. */
  public Set<String> agencies() {
    return Stream.of(
            Stream.of(fallback), institutions.values().stream(), categories.values().stream())
        .flatMap(targets -> targets)
        .map(Target::agency)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Each line that can decide, in the order of the kinds of rules; several ids on one line are one.
   */
  public List<Line> lines() {
    return Stream.of(
            lines(institutions.values(), Rule.INSTITUTION),
            lines(categories.values(), Rule.CATEGORY),
            lines(List.of(fallback), Rule.DEFAULT))
        .flatMap(lines -> lines)
        .toList();
  }

  private Stream<Line> lines(Collection<Target> targets, Rule reason) {
    return targets.stream()
        .sorted(Comparator.comparingInt(Target::line))
        .map(it -> new Line(reason, "", file + ":" + it.line(), List.of(it.agency())))
        .distinct();
  }

  /**
   * A line of the file that can decide.
   *
   * @param rule its name, empty for one without
   * @param where as a {@link Routing} by it says
   */
  public record Line(Rule reason, String rule, String where, List<String> agencies) {
    public Line {
      agencies = List.copyOf(agencies);
    }
  }

  /** What looks odd and is allowed: category ids that the shipped list does not have. */
  public List<Problem> notices() {
    return notices;
  }

  /**
   * Decides; there is always an answer.
   *
   * @param categoryId the category on the portal, empty in one complaint of seven
   * @param dispositionInstitutionId the institution that the portal has disposed it to
   */
  public Routing route(Optional<String> categoryId, Optional<String> dispositionInstitutionId) {
    Optional<Target> institution = find(institutions, dispositionInstitutionId);
    Optional<Target> category = find(categories, categoryId);
    if (institution.isPresent()) {
      String agency = institution.get().agency();
      Optional<String> other = category.map(Target::agency).filter(code -> !code.equals(agency));
      return routing(institution.get(), Rule.INSTITUTION, other);
    }
    return category
        .map(found -> routing(found, Rule.CATEGORY, Optional.empty()))
        .orElseGet(() -> routing(fallback, Rule.DEFAULT, Optional.empty()));
  }

  /** Decides; there is always an answer. */
  public Routing route(Question question) {
    return route(
        question.category().map(Category::id),
        question.disposition().map(Institution::id).filter(id -> !id.isEmpty()));
  }

  /**
   * What an agency's own word for its status means; unknown where the mapping has no such word.
   * Capital and small letters count as the same.
   */
  public Handling handling(String agency, String word) {
    return Handling.UNKNOWN;
  }

  /**
   * An agency's own words for what we know of a complaint, by the name of the thing: {@code
   * status}, {@code channel}, {@code classification}, {@code priority}, {@code region}, {@code
   * category} and whatever further fields the mapping has for it. What has no word has no key.
   */
  public Map<String, String> words(String agency, Question question, Status status) {
    return Map.of();
  }

  /** The category's topic and name in the shipped list; the id itself if it is not there. */
  public static String describe(String categoryId) {
    return Catalogue.shipped().describe(Catalogue.plain(categoryId)).orElse(categoryId);
  }

  private Routing routing(Target target, Rule rule, Optional<String> disagreement) {
    String where = file + ":" + target.line();
    return new Routing(
        List.of(target.agency()),
        rule,
        "",
        where,
        version,
        disagreement,
        false,
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Optional<Target> find(Map<String, Target> targets, Optional<String> id) {
    return id.map(Catalogue::plain).map(targets::get);
  }

  /** An agency, and the line that names it for some id. */
  record Target(String agency, int line) {}
}
