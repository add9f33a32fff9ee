package id.aduan.lapor.runner.command;

import id.aduan.lapor.documents.recap.RecapTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Templates of recaps, made from the shipped one. */
final class RecapTemplates {
  private RecapTemplates() {}

  /** The shipped one with one text of its parts replaced. */
  static void edited(Path file, String from, String to) throws IOException {
    try (ZipInputStream in =
            new ZipInputStream(RecapTemplate.class.getResourceAsStream("recap.ods"));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean first = entry.getName().equals("mimetype"); // stays as it is: stored
        out.putNextEntry(first ? new ZipEntry(entry) : new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
