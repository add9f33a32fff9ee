package id.aduan.lapor.simulator.generate;

import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes realistic Indonesian complaints: the same seed makes the same ones. Classification, flags,
 * channel, missing category and missing agency occur as often as in a real export (portal-wire
 * 4.3); 2 % repeat an earlier text; one in ten brings a file. Not safe for threads.
 */
public final class ComplaintGenerator {
  /** Starts every canary in a reporter's name, phone and e-mail. */
  public static final String CANARY_MARK = Reporters.MARK;

  private final RandomGenerator random;
  private final InstantSource clock;
  private final List<Category> categories;
  private final List<Institution> institutions;
  private final Texts texts;
  private final Reporters reporters;
  private String lastContent = "";

  /**
   * @param random seeded, by whoever wants to see the same again
   * @param categories to draw from; none: every complaint lacks one
   * @param institutions to assign to; none: every complaint is unverified
   */
  public ComplaintGenerator(
      RandomGenerator random,
      InstantSource clock,
      List<Category> categories,
      List<Institution> institutions) {
    this.random = random;
    this.clock = clock;
    this.categories = List.copyOf(categories);
    this.institutions = List.copyOf(institutions);
    this.texts = new Texts(random);
    this.reporters = new Reporters(random);
  }

  /** The next complaint. */
  public NewComplaint next() {
    Category category = category();
    Topic topic = texts.pick(category == null ? Topic.ALL : Topic.suiting(category.name()));
    var flags = ExportSpread.FLAGS.draw(random);
    return new NewComplaint(
        texts.title(topic),
        content(topic),
        category == null ? null : category.id(),
        ExportSpread.CLASSIFICATIONS.draw(random),
        ExportSpread.CHANNELS.draw(random),
        flags.anonymous(),
        flags.secret(),
        day(),
        texts.place(),
        disposition(),
        reporters.next(),
        evidence());
  }

  /** The next complaints, as many as asked for. */
  public List<NewComplaint> take(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  private @Nullable Category category() {
    boolean without = random.nextInt(ExportSpread.ROWS) < ExportSpread.WITHOUT_CATEGORY;
    return without || categories.isEmpty() ? null : texts.pick(categories);
  }

  private @Nullable Integer disposition() {
    boolean assigned = random.nextInt(ExportSpread.ROWS) < ExportSpread.WITH_AGENCY;
    return assigned && !institutions.isEmpty() ? texts.pick(institutions).id() : null;
  }

  private String content(Topic topic) {
    if (lastContent.isEmpty() || !texts.oneIn(50)) {
      lastContent = texts.content(topic);
    }
    return lastContent;
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(random.nextInt(30));
  }

  private List<EvidenceFile> evidence() {
    int files = texts.oneIn(10) ? 1 + random.nextInt(2) : 0;
    return IntStream.range(0, files).mapToObj(this::file).toList();
  }

  private EvidenceFile file(int number) {
    byte[] bytes = ("bukti " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
    return texts.oneIn(4)
        ? new EvidenceFile("surat " + number + ".pdf", "application/pdf", bytes)
        : new EvidenceFile("foto " + number + ".jpg", "image/jpeg", bytes);
  }
}
