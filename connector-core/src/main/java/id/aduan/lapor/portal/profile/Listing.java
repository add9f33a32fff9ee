package id.aduan.lapor.portal.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/**
 * A call that answers page by page.
 *
 * @param items where the items of a page stand
 * @param since how it is asked to leave out what has not changed, if it can be
 */
public record Listing(Call call, Field items, Paging paging, Optional<Since> since) {
  private static final String[] KEYS = {
    "path", "method", "query", "items", "paging", "parameter", "next"
  };

  static Listing read(ProfileMap map, Call call) {
    return new Listing(call, Field.required(map, "items"), Paging.read(map), Since.read(map));
  }

  /** The keys of one, and these. */
  static String[] keysAnd(String... more) {
    String[] all = Arrays.copyOf(KEYS, KEYS.length + more.length);
    System.arraycopy(more, 0, all, KEYS.length, more.length);
    return all;
  }

  /**
   * A parameter for a moment.
   *
   * @param form {@code iso}, {@code epoch}, or the letters of a form
   */
  public record Since(String parameter, String form, ZoneId zone) {
    private static final String EPOCH = "epoch";

    static Optional<Since> read(ProfileMap map) {
      String form =
          map.has("updatedSinceForm")
              ? map.text("updatedSinceForm", Since::isForm, "iso, epoch or a form of a time")
              : "iso";
      return map.orNone("updatedSince")
          .map(it -> new Since(it.text(), form, map.zone("zone").orElse(ZoneId.of("UTC"))));
    }

    private static boolean isForm(String form) {
      try {
        return form.equals(EPOCH) || !Times.formatter(form).toString().isEmpty();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    /**
     * The moment as it is asked for; a form without a fraction asks from the second's beginning.
     */
    public String text(Instant at) {
      try {
        return switch (form) {
          case "iso" -> at.toString();
          case EPOCH -> Long.toString(at.getEpochSecond());
          default -> format().format(at.atZone(zone));
        };
      } catch (DateTimeException e) {
        throw new IllegalStateException("the form of updatedSince cannot write a moment", e);
      }
    }

    private DateTimeFormatter format() {
      return Times.formatter(form);
    }
  }
}
