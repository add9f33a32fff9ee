package id.aduan.lapor.portal.profile;

/** How a list goes on after a page. */
public sealed interface Paging {
  /**
   * By the number of the page, from 1.
   *
   * @param more leads to something as long as there is another page
   */
  record ByNumber(String parameter, Field more) implements Paging {}

  /** By a link, which is followed only on the host that we call anyway. */
  record ByLink(Field link) implements Paging {}

  /** By a word that the page gives and the next call hands back. */
  record ByCursor(String parameter, Field cursor) implements Paging {}

  /** All of it is one page. */
  record Never() implements Paging {}

  static Paging read(ProfileMap map) {
    return switch (map.constant("paging", Form.class, Form.PAGE)) {
      case PAGE ->
          new ByNumber(
              map.has("parameter") ? map.text("parameter", Paging::isName, "a name") : "page",
              Field.read(map, "next"));
      case NEXT -> new ByLink(Field.required(map, "next"));
      case CURSOR ->
          new ByCursor(
              map.text("parameter", Paging::isName, "a name"), Field.required(map, "next"));
      case NONE -> new Never();
    };
  }

  private static boolean isName(String text) {
    return text.matches("[A-Za-z0-9_.-]{1,64}");
  }

  /** As it is written. */
  enum Form {
    PAGE,
    NEXT,
    CURSOR,
    NONE
  }
}
