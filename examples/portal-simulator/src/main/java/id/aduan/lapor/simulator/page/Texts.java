package id.aduan.lapor.simulator.page;

/** Cleans what browsers send. */
final class Texts {
  private Texts() {}

  /** Several lines, ended by one character each, as the length is counted in the browser. */
  static String block(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** One line. */
  static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
