package id.aduan.lapor.documents.odf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** LibreOffice without a window, with a profile of its own for each use, and poppler's tools. */
public final class OfficeTool {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private OfficeTool() {}

  /** Whether LibreOffice and poppler are installed. */
  public static boolean isThere() {
    return Tool.isThere("soffice") && Tool.isThere("pdftoppm") && Tool.isThere("pdftotext");
  }

  /** Writes each document as a PDF of the same name into this folder; gives them in that order. */
  public static List<Path> pdf(Path folder, Path... documents)
      throws IOException, InterruptedException {
    return converted("pdf", "pdf", folder, documents);
  }

  /** Writes each document in another format, as {@code --convert-to} names it. */
  public static List<Path> converted(
      String format, String extension, Path folder, Path... documents)
      throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("office-profile");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
    List<Path> results = new ArrayList<>();
    for (Path document : documents) {
      command.add(document.toAbsolutePath().toString());
      String name = document.getFileName().toString();
      results.add(folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + extension));
    }
    Tool.Said said = Tool.run(LONGEST, folder, command);
    remove(profile);
    for (Path result : results) {
      if (!Files.isRegularFile(result)) {
        throw new AssertionError("LibreOffice made nothing of " + result + "\n" + said.text());
      }
    }
    return results;
  }

  /** The text of a PDF, laid out as on its pages, with a form feed after each page. */
  public static String text(Path pdf) throws IOException, InterruptedException {
    Path folder = folder(pdf);
    Path out = Files.createTempFile(folder, "text", ".txt");
    List<String> command = List.of("pdftotext", "-layout", pdf.toString(), out.toString());
    expect(Tool.run(LONGEST, folder, command));
    return Files.readString(out);
  }

  /** The pages of a PDF as pictures beside it, for eyes. */
  public static List<Path> pages(Path pdf, int dotsPerInch)
      throws IOException, InterruptedException {
    Path folder = folder(pdf);
    String stem = pdf.getFileName() + ".page";
    expect(
        Tool.run(
            LONGEST,
            folder,
            List.of("pdftoppm", "-png", "-r", "" + dotsPerInch, pdf.toString(), stem)));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith(stem)).sorted().toList();
    }
  }

  private static Path folder(Path pdf) {
    return pdf.toAbsolutePath().resolveSibling(".").normalize();
  }

  private static void expect(Tool.Said said) {
    if (said.exit() != 0) {
      throw new AssertionError(said.text());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
