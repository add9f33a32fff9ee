package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ImportResult;
import java.io.PrintWriter;
import java.time.LocalDate;

/** {@code lapor import} for people. */
final class ImportPage {
  private static final int BAD_SHOWN_MAX = 100;
  private final Messages messages;
  private final PrintWriter out;

  ImportPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void print(ImportResult result) {
    String day = result.generatedOn().map(LocalDate::toString).orElse("?");
    out.println(messages.text("import.head", result.rows(), day));
    if (result.older()) {
      out.println(messages.text("import.older"));
    }
    count("import.opened", result.opened());
    count("import.kept", result.kept());
    count("import.changed", result.changed());
    count("import.unchanged", result.unchanged());
    count("import.asked", result.asked());
    count("import.heldOlder", result.heldOlder());
    count("import.heldHeard", result.heldHeard());
    count("import.heldTextless", result.heldTextless());
    count("import.unknownInstitutions", result.unknownInstitutions());
    count("import.unknownStatuses", result.unknownStatuses());
    count("import.bad", result.bad());
    result.badRows().stream().limit(BAD_SHOWN_MAX).forEach(this::bad);
    if (result.bad() > Math.min(BAD_SHOWN_MAX, result.badRows().size())) {
      out.println(messages.text("import.more"));
    }
  }

  private void count(String key, int count) {
    if (count > 0) {
      out.println("  " + messages.text(key, count));
    }
  }

  private void bad(ImportResult.BadRow bad) {
    String column = bad.column().isEmpty() ? "" : "'" + bad.column() + "' ";
    out.println("    " + messages.text("import.row", bad.row()) + " " + column + bad.what());
  }
}
