package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.mapping.Question;
import java.time.Instant;
import java.util.Optional;

/**
 * A complaint that does not exist, to try a mapping with; what is not known of it is left out. It
 * is never kept. The text form shows nothing of it.
 *
 * @param category the portal's number
 * @param categoryName its name, where the number is not known
 * @param classification a word that the mapping knows
 * @param institution the portal's number of the institution that it was disposed to
 */
public record TrialComplaint(
    Optional<String> title,
    Optional<String> content,
    Optional<String> category,
    Optional<String> categoryName,
    Optional<String> classification,
    Optional<String> channel,
    Optional<String> location,
    Optional<Boolean> anonymous,
    Optional<Boolean> secret,
    Optional<String> institution,
    Optional<Instant> receivedAt) {
  /** The most bytes of one. */
  public static final int BYTES_MAX = 256 * 1024;

  /**
   * The question that the mapping decides; received now, unless it says when.
   *
   * @param meant what its word for the classification means
   */
  public Question question(Instant now, Classification meant) {
    Optional<Category> filedUnder =
        category.isPresent() || categoryName.isPresent()
            ? Optional.of(new Category(category.orElse(""), categoryName.orElse("")))
            : Optional.empty();
    return new Question(
        title.orElse(""),
        content.orElse(""),
        filedUnder,
        meant,
        channel.orElse(""),
        location.orElse(""),
        new Visibility(Flag.of(anonymous.orElse(null)), Flag.of(secret.orElse(null))),
        receivedAt.or(() -> Optional.of(now)),
        institution.map(id -> new Institution(id, "")));
  }

  @Override
  public String toString() {
    return "TrialComplaint";
  }
}
