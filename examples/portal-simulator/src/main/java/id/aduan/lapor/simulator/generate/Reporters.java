package id.aduan.lapor.simulator.generate;

import id.aduan.lapor.simulator.Reporter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invents reporters. Name, phone and e-mail each hold a canary of their own, so that a search for
 * {@value #MARK} finds every leak and the canary tells which field of whom leaked.
 */
final class Reporters {
  static final String MARK = "ZZPII-";

  private static final List<String> FIRST =
      List.of("Siti", "Budi", "Dewi", "Agus", "Rina", "Hendra", "Maya", "Joko");
  private static final List<String> LAST =
      List.of("Rahmawati", "Santoso", "Lestari", "Hidayat", "Simanjuntak", "Nasution");

  private final RandomGenerator random;
  private final int batch;
  private int count;

  Reporters(RandomGenerator random) {
    this.random = random;
    this.batch = random.nextInt(1 << 16);
  }

  Reporter next() {
    String first = FIRST.get(random.nextInt(FIRST.size()));
    String last = LAST.get(random.nextInt(LAST.size()));
    String space = random.nextInt(10) == 0 ? "\u00a0" : " ";
    return new Reporter(
        first + space + canary() + space + last,
        "0812 " + canary(),
        first.toLowerCase(Locale.ROOT) + "." + canary() + "@contoh.example");
  }

  /** Unique within this generator by its count, and among generators by their seeds. */
  private String canary() {
    count++;
    return String.format(Locale.ROOT, "%s%04x%06x", MARK, batch, count);
  }
}
