package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Visibility;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds questions; what is not told is as empty as a complaint may be. */
final class Asking {
  private String content = "";
  private @Nullable Category category;
  private Classification classification = Classification.UNKNOWN;
  private String channel = "";
  private String location = "";
  private Visibility visibility = new Visibility(Flag.FALSE, Flag.FALSE);
  private Optional<Instant> receivedAt = Optional.of(Instant.parse("2026-06-01T03:00:00Z"));
  private @Nullable Institution institution;

  Asking text(String it) {
    content = it;
    return this;
  }

  Asking category(String id) {
    return category(new Category(id, ""));
  }

  Asking category(Category it) {
    category = it;
    return this;
  }

  Asking kind(Classification.Kind kind) {
    return classification(new Classification(kind, ""));
  }

  Asking classification(Classification it) {
    classification = it;
    return this;
  }

  Asking channel(String it) {
    channel = it;
    return this;
  }

  Asking location(String it) {
    location = it;
    return this;
  }

  Asking visibility(Flag anonymous, Flag secret) {
    visibility = new Visibility(anonymous, secret);
    return this;
  }

  Asking at(Instant it) {
    return received(Optional.of(it));
  }

  Asking received(Optional<Instant> it) {
    receivedAt = it;
    return this;
  }

  Asking institution(String id) {
    return institution(new Institution(id, ""));
  }

  Asking institution(Institution it) {
    institution = it;
    return this;
  }

  Question build() {
    return new Question(
        "Judul",
        content,
        Optional.ofNullable(category),
        classification,
        channel,
        location,
        visibility,
        receivedAt,
        Optional.ofNullable(institution));
  }
}
