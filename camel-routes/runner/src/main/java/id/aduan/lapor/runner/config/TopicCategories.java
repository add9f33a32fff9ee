package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.stream.Topics;
import java.util.List;

/** The topics of the older interface, whose numbers are none of complaints (portal-wire 3.1). */
record TopicCategories(Topics topics) implements PortalCategories {
  @Override
  public String source() {
    return "gettopics";
  }

  @Override
  public boolean numbersHold() {
    return false;
  }

  @Override
  public List<Item> read() {
    return topics.read().stream()
        .map(it -> new Item(it.id(), it.name(), it.parent().orElse("")))
        .toList();
  }
}
