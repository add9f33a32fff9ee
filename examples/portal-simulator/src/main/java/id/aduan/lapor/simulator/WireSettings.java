package id.aduan.lapor.simulator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the portal's interface can do, and in which of the shapes that have been seen (portal-wire
 * 2, 13); immutable.
 *
 * @param paging how the list of complaints is paged
 * @param list whether there is a list call at all; none is public
 * @param updatedSince whether the list obeys {@code updated_since}
 * @param revision whether complaints have a {@code revision}
 * @param idPlace where the create call answers the new id
 * @param idText whether it answers it as text and not as a number
 * @param createAttachments which rendering of attachment ids the create call takes
 * @param attachmentMap whether a complaint's own files are told as follow-ups tell theirs: a map
 *     with a key {@code docs}, in place of a list
 * @param putStatus what the early reply call is answered, 404 or 405
 */
public record WireSettings(
    Paging paging,
    boolean list,
    boolean updatedSince,
    boolean revision,
    IdPlace idPlace,
    boolean idText,
    CreateAttachments createAttachments,
    boolean attachmentMap,
    int putStatus) {
  /** How a list is paged. */
  public enum Paging {
    /** As Laravel does it: page numbers and a next link. */
    LARAVEL,
    /** Page numbers and the last page, no link. */
    PAGE,
    /** A next link that names no page, and nothing else. */
    LINK,
    /** {@code results.next_cursor}, to be sent as {@code cursor}. */
    CURSOR
  }

  /** Where the id stands; all three have been seen (portal-wire 2.5). */
  public enum IdPlace {
    TOP,
    DATA,
    RESULTS
  }

  /** Which rendering of ids is taken; both ran in production (portal-wire 2.4). */
  public enum CreateAttachments {
    ANY,
    /** {@code "[1,2]"}, and {@code "[]"} for none. */
    ARRAY,
    /** {@code "[1,2]."}, and {@code false} for none. */
    DOTTED
  }

  /** Everything is there, in the shape that was seen last. */
  public static final WireSettings DEFAULT =
      new WireSettings(
          Paging.LARAVEL, true, true, true, IdPlace.TOP, false, CreateAttachments.ANY, false, 405);

  /** What was seen of these, and nothing of our own invention (portal-wire 13). */
  public static final WireSettings BARE =
      DEFAULT.with("list", "no").with("updatedSince", "no").with("revision", "no");

  /**
   * The same with one setting changed, by its name and a text: enums by their name in any case,
   * {@code yes} and {@code no}, numbers.
   *
   * @throws IllegalArgumentException with one line that says what can be said instead
   */
  public WireSettings with(String name, String text) {
    Map<String, String> all = texts();
    if (all.replace(name, text) == null) {
      throw new IllegalArgumentException(
          "no setting '" + name + "'; there are " + String.join(", ", all.keySet()));
    }
    return new WireSettings(
        word(Paging.class, "paging", all),
        flag("list", all),
        flag("updatedSince", all),
        flag("revision", all),
        word(IdPlace.class, "idPlace", all),
        flag("idText", all),
        word(CreateAttachments.class, "createAttachments", all),
        flag("attachmentMap", all),
        putStatus(all));
  }

  /** All settings by name, as {@link #with} reads them. */
  public Map<String, String> texts() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("paging", text(paging));
    all.put("list", text(list));
    all.put("updatedSince", text(updatedSince));
    all.put("revision", text(revision));
    all.put("idPlace", text(idPlace));
    all.put("idText", text(idText));
    all.put("createAttachments", text(createAttachments));
    all.put("attachmentMap", text(attachmentMap));
    all.put("putStatus", String.valueOf(putStatus));
    return all;
  }

  private static String text(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String text(boolean flag) {
    return flag ? "yes" : "no";
  }

  private static <E extends Enum<E>> E word(Class<E> type, String name, Map<String, String> all) {
    String text = all.getOrDefault(name, "");
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(text)) {
        return each;
      }
    }
    String words =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(WireSettings::text).toList());
    throw new IllegalArgumentException(name + " is one of " + words + ": '" + text + "'");
  }

  private static boolean flag(String name, Map<String, String> all) {
    String text = all.getOrDefault(name, "");
    if (!text.matches("yes|no|true|false")) {
      throw new IllegalArgumentException(name + " is yes or no: '" + text + "'");
    }
    return text.equals("yes") || text.equals("true");
  }

  private static int putStatus(Map<String, String> all) {
    String text = all.getOrDefault("putStatus", "");
    if (!text.matches("404|405")) {
      throw new IllegalArgumentException("putStatus is 404 or 405: '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
