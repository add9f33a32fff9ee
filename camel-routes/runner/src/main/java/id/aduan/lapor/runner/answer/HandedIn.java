package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.portal.PortalFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report with its files, as it is handed in. The text form names nobody. */
public record HandedIn(LocalReport report, List<PortalFile> files) {
  public HandedIn {
    files = List.copyOf(files);
  }

  /** The same with more files. */
  public HandedIn with(List<PortalFile> more) {
    List<PortalFile> all = new ArrayList<>(files);
    all.addAll(more);
    return new HandedIn(report, all);
  }

  /** As {@link ReportReader} reads it. */
  public String json() {
    return Json.line(
        new Written(
            report.source().value(),
            report.number(),
            report.title(),
            report.content(),
            report.categoryId().orElse(""),
            report.classificationId().orElse(""),
            report.incidentOn().map(LocalDate::toString).orElse(""),
            report.anonymous(),
            report.secret(),
            report.reporter().isEmpty()
                ? Optional.empty()
                : Optional.of(Person.of(report.reporter())),
            report.institution().orElse(""),
            files.stream().map(Attached::of).toList()));
  }

  @SuppressWarnings("unused") // its parts are written as JSON
  private record Written(
      String source,
      String number,
      String title,
      String content,
      String category,
      String classification,
      String incidentOn,
      boolean anonymous,
      boolean secret,
      Optional<Person> reporter,
      String institution,
      List<Attached> files) {}

  private record Person(String name, String phone, String email) {
    static Person of(Reporter reporter) {
      return new Person(reporter.name(), reporter.phone(), reporter.email());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Attached(String name, String type, byte[] base64) {
    static Attached of(PortalFile file) {
      return new Attached(file.name(), file.type(), file.bytes());
    }
  }

  @Override
  public String toString() {
    return "HandedIn[" + report + "]";
  }
}
