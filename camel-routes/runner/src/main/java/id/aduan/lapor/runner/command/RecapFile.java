package id.aduan.lapor.runner.command;

import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfVerdict;
import id.aduan.lapor.documents.recap.Recap;
import id.aduan.lapor.documents.recap.RecapLines;
import id.aduan.lapor.documents.recap.RecapSheets;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.DocumentsConfig;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that a recap becomes, and what is written into it. */
record RecapFile(DocumentFile place, Kind kind) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** What its name ends in. */
  enum Kind {
    ODS,
    CSV,
    JSON
  }

  /**
   * Looks at the name and the place of it.
   *
   * @throws CommandFailure for another ending, no folder, or a file that is there already
   */
  static RecapFile of(Path file, boolean force) {
    String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (name.endsWith("." + kind)) {
        return new RecapFile(DocumentFile.of(file, force, "report"), kind);
      }
    }
    throw new CommandFailure(
        Exit.USAGE, "usage", "--out ends in .ods, .csv or .json; see 'lapor report --help'");
  }

  /**
   * Looks whether the template that it needs can be used, before a case is read.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with its faults
   */
  void requireTemplate(DocumentsConfig documents) {
    if (kind == Kind.ODS) {
      var unused = documents.report().template();
    }
  }

  /**
   * Writes it.
   *
   * @throws CommandFailure when a workbook would not be fit to leave (ODF-10); there is no file
   *     then
   */
  void write(Recap recap, DocumentsConfig documents) throws IOException {
    place.write(recap.head().madeAt(), draft -> write(recap, documents, draft), () -> {});
  }

  private void write(Recap recap, DocumentsConfig documents, Path draft) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
      switch (kind) {
        case ODS ->
            new RecapSheets(documents.report().template(), documents.version()).write(recap, out);
        case CSV -> {
          out.write(BYTE_ORDER_MARK); // without it Excel takes UTF-8 for something else
          RecapLines.write(recap, out);
        }
        case JSON -> json(recap, out);
      }
    }
    if (kind == Kind.ODS) {
      requireFit(draft);
    }
  }

  private static void requireFit(Path draft) throws IOException {
    OdfVerdict verdict = new OdfCheck(RecapSheets.BOUNDS).check(draft);
    if (!verdict.isFit()) {
      throw new CommandFailure(
          Exit.DATA,
          "report.unfit",
          "the workbook is not fit to leave ("
              + verdict.faults()
              + "), so none was written; look for places within links and attributes in the template"
              + " of 'documents.report.template', or use the shipped one");
    }
  }

  private static void json(Recap recap, OutputStream out) throws IOException {
    text(out, "{\"head\":" + Json.line(recap.head()));
    text(out, ",\n\"figures\":" + Json.line(recap.figures()) + ",\n\"cases\":[");
    boolean[] first = {true};
    recap
        .rows()
        .each(
            row -> {
              text(out, (first[0] ? "\n" : ",\n") + Json.line(row));
              first[0] = false;
            });
    text(out, "\n]}\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
