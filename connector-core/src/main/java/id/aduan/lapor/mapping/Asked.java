package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Visibility;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as rules see it. What is dear to work out (topics, regions, the text) is worked out
 * when it is first asked for, and once. Not for use by several threads.
 */
final class Asked {

  private final Question question;
  private final Terms terms;
  private final Optional<Category> category;
  private @Nullable Set<String> topics;
  private @Nullable Set<String> regions;
  private @Nullable PlainText text;

  Asked(Question question, Terms terms) {
    this.question = question;
    this.terms = terms;
    this.category =
        question
            .category()
            .map(it -> new Category(Catalogue.plain(it.id()), Catalogue.name(it.name())));
  }

  /** With an id and a name as they are compared; either may be empty. */
  Optional<Category> category() {
    return category;
  }

  String categoryId() {
    return category.map(Category::id).orElse("");
  }

  String categoryName() {
    return category.map(Category::name).orElse("");
  }

  Set<String> topics() {
    Set<String> known = topics;
    if (known == null) {
      known = category.map(terms.catalogue()::topicsOf).orElse(Set.of());
      topics = known;
    }
    return known;
  }

  String classification() {
    return terms.classifications().name(question.classification());
  }

  String channel() {
    return terms.channels().channel(question.channel());
  }

  Visibility visibility() {
    return question.visibility();
  }

  /** The day on which the portal received it. */
  Optional<LocalDate> day() {
    return question.receivedAt().map(at -> at.atZone(terms.zone()).toLocalDate());
  }

  /** The institution that it stands with on the portal; empty if there is none. */
  String institution() {
    return Catalogue.plain(question.disposition().map(Institution::id).orElse(""));
  }

  Set<String> regions() {
    Set<String> known = regions;
    if (known == null) {
      known = terms.regions().in(question.location());
      regions = known;
    }
    return known;
  }

  PlainText text() {
    PlainText known = text;
    if (known == null) {
      known = PlainText.of(question.title() + "\n" + question.content());
      text = known;
    }
    return known;
  }
}
