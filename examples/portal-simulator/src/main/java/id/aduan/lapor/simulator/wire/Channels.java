package id.aduan.lapor.simulator.wire;

import org.jspecify.annotations.Nullable;

/** Names for the channel numbers of the create call; the real list is not public. */
final class Channels {
  private static final int INSTITUTION_SITE = 13;

  private Channels() {}

  static String name(@Nullable Integer id) {
    if (id == null) {
      return "";
    }
    return id == INSTITUTION_SITE ? "Website Institusi" : "Kanal " + id;
  }
}
