package id.aduan.lapor.mapping;

import java.util.List;

/**
 * Who gets what a line is about.
 *
 * @param agencies the first answers for the whole; none for a rule that only marks
 * @param line where it is written, for whoever has to change it
 */
record Target(List<String> agencies, int line) {

  static Target of(String agency, int line) {
    return new Target(List.of(agency), line);
  }

  String lead() {
    return agencies.get(0);
  }

  /** Without the line, which means nothing. */
  @Override
  public String toString() {
    return agencies.toString();
  }
}
