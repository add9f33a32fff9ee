package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.List;

/** What is odd about a file and allowed, and what is odd only by the portal's list. */
final class Findings {

  private final boolean strict;
  private final Problems notices = new Problems();

  /**
   * @param strict whether a name that the portal's list has otherwise is a fault
   */
  Findings(boolean strict) {
    this.strict = strict;
  }

  void notice(YamlScalar at, String message, String hint) {
    notices.add(at.note(message, hint));
  }

  void notice(YamlMap at, String message, String hint) {
    notices.add(at.note(message, hint));
  }

  void differs(YamlScalar at, String message, String hint) {
    if (strict) {
      at.problem(message, hint);
    } else {
      notice(at, message, hint);
    }
  }

  void differs(YamlMap at, String message, String hint) {
    if (strict) {
      at.problem(message, hint);
    } else {
      notice(at, message, hint);
    }
  }

  List<Problem> notices() {
    return notices.list();
  }
}
