package id.aduan.lapor.sync;

import id.aduan.lapor.agency.FileName;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a file that is to go to a citizen: what it is, and whether that could be opened safely.
 * Changes no byte of it. Safe for use by many threads.
 *
 * @param rules who looks, and where the bytes lie meanwhile; empty where nobody does
 */
record AnswerLook(Optional<FileRules> rules) {
  private static final int NAME_CHARACTERS_MAX = 100;

  /** These a file of a complaint goes on with; an answer is an office's own and has to be sound. */
  private static final Set<String> BLOCKING =
      Set.of("odf.invalid", "odf.macro", "odf.encrypted", "odf.external");

  /**
   * What was seen.
   *
   * @param name what it is called on the portal
   * @param findings codes of what is odd about it
   * @param blocked the one for which it stays behind
   */
  record Seen(String name, String type, List<String> findings, Optional<String> blocked) {
    Seen {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Looks at one.
   *
   * @param name as {@link #name} makes it
   * @param type what it is where nobody looks
   * @throws IOException when there is no room here to look at it
   */
  Seen at(String name, String type, byte[] bytes) throws IOException {
    if (rules.isEmpty() || rules.get().inspector() == FileInspector.NONE) {
      return new Seen(name, type, List.of(), Optional.empty());
    }
    Inspection seen = inspect(name, bytes, rules.get());
    return new Seen(FileName.of(name, seen.type()), seen.type(), seen.findings(), blocked(seen));
  }

  private static Optional<String> blocked(Inspection seen) {
    Optional<String> unsound = seen.findings().stream().filter(BLOCKING::contains).findFirst();
    if (unsound.isPresent() || seen.verdict() != Verdict.QUARANTINED) {
      return unsound;
    }
    return Optional.of(seen.findings().isEmpty() ? "quarantined" : seen.findings().get(0));
  }

  private static Inspection inspect(String name, byte[] bytes, FileRules rules) throws IOException {
    Path plain = rules.vault().temporary();
    try {
      try (OutputStream out = rules.vault().write(plain)) {
        out.write(bytes);
      }
      return rules.inspector().inspect(plain, name);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  /**
   * A name as its owner gives it, on one line and of at most {@value #NAME_CHARACTERS_MAX}
   * characters.
   *
   * @param place which it is, from 1: its name where it has none
   */
  static String name(String given, int place) {
    String name = given.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
    int end =
        name.offsetByCodePoints(
            0, Math.min(NAME_CHARACTERS_MAX, name.codePointCount(0, name.length())));
    return name.isEmpty() ? "berkas " + place : name.substring(0, end);
  }
}
