package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two tables in Markdown: what may not grow, and what has to be so. */
final class SoakReport {
  private final List<String> growths = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean holds = true;

  /** A figure that was read again and again. */
  void growth(String what, String told, boolean isSo) {
    growths.add("| " + what + " | " + told + " | " + verdict(isSo) + " |");
  }

  void fact(String what, String told, boolean isSo) {
    facts.add("| " + what + " | " + told + " | " + verdict(isSo) + " |");
  }

  void remark(String text) {
    remarks.add(text);
  }

  private String verdict(boolean isSo) {
    holds &= isSo;
    return isSo ? "holds" : "**FAILS**";
  }

  /** Whether every row does. */
  boolean holds() {
    return holds;
  }

  /** Prints it, and writes it to the file. */
  void write(PrintStream out, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    remarks.forEach(it -> lines.addAll(List.of(it, "")));
    lines.add("| Figure | median (least to most) | slope | Mann-Kendall z | verdict |");
    lines.add("| --- | --- | --- | --- | --- |");
    lines.addAll(growths);
    lines.addAll(List.of("", "| Fact | | verdict |", "| --- | --- | --- |"));
    lines.addAll(facts);
    lines.forEach(out::println);
    out.flush();
    Files.write(file, lines);
  }
}
