package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.ZoneId;

/** Files of complaints as lines; nothing of their names. */
final class FilesPage {
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  FilesPage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(FileReport report) {
    if (report.items().isEmpty()) {
      out.println(messages.text("files.nothing"));
      return;
    }
    for (FileReport.Item item : report.items()) {
      out.println(OneLine.of(line(item)));
      for (FileReport.Copy copy : item.copies()) {
        out.println(
            OneLine.of(
                "      "
                    + messages.text(
                        "files.copy." + copy.kind(),
                        copy.type(),
                        Long.toString(copy.bytes()),
                        copy.madeBy())));
      }
      for (FileReport.There there : item.agencies()) {
        out.println(OneLine.of("      " + line(there)));
      }
    }
    if (report.more()) {
      out.println(messages.text("files.more"));
    }
  }

  private String line(FileReport.There there) {
    String what =
        messages.text(
            "files.at." + there.state() + "." + there.form(), there.agency(), there.reference());
    String why = there.reason().isEmpty() ? "" : " (" + there.reason() + ")";
    return what + why + "  " + messages.minute(there.since(), zone);
  }

  private String line(FileReport.Item item) {
    StringBuilder line =
        new StringBuilder("  %s  %d  ".formatted(item.trackingId(), item.place()))
            .append(messages.text("files.state." + item.state()));
    if (!item.reason().isEmpty()) {
      line.append(" (").append(item.reason()).append(')');
    }
    line.append("  ").append(messages.minute(item.since(), zone));
    if (!item.sha256().isEmpty()) {
      line.append("  %s %d B  %s".formatted(item.type(), item.bytes(), item.sha256()));
    }
    if (!item.findings().isEmpty()) {
      line.append("  [").append(String.join(", ", item.findings())).append(']');
    }
    return line.toString();
  }
}
