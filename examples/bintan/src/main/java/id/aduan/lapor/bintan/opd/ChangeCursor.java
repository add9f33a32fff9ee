package id.aduan.lapor.bintan.opd;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A place in the feed, written so that callers do not calculate with it. */
final class ChangeCursor {
  private static final String PREFIX = "perubahan:";

  private ChangeCursor() {}

  static String write(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + id).getBytes(StandardCharsets.UTF_8));
  }

  /** The beginning for no cursor or an empty one; empty for one that was never handed out. */
  static OptionalLong parse(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return OptionalLong.of(0);
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.matches(PREFIX + "[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(text.substring(PREFIX.length())))
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
