package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.generate.ComplaintGenerator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** Citizens who file one complaint after the other; the same seed, the same complaints. */
final class Citizens {
  /** What the mapping of Bintan names, and a few that it leaves to the coordinator. */
  private static final Set<Integer> CATEGORIES =
      Set.of(1398, 936, 928, 1397, 1400, 2397, 1431, 1010, 932, 1406, 1407, 1408, 942, 1461, 957);

  private final PortalSimulator portal;
  private final ComplaintGenerator generator;
  private final CountDownLatch left;
  private volatile int kept;
  private int filed;

  Citizens(PortalSimulator portal, DemoOptions options) {
    this.portal = portal;
    this.left = new CountDownLatch(options.complaints());
    this.generator =
        new ComplaintGenerator(
            new SplittableRandom(options.seed()),
            InstantSource.system(),
            categories(),
            List.of(World.REGENCY));
  }

  private static List<Category> categories() {
    List<Category> categories = new ArrayList<>(Categories.shipped());
    categories.removeIf(category -> !CATEGORIES.contains(category.id()));
    return categories;
  }

  /** How many complaints are kept for {@link #fileKept()}; all others come in their turn. */
  void keep(int complaints) {
    kept = complaints;
  }

  /** Files the next complaint, if one is left that is not kept. */
  void fileInTurn() {
    fileIfMoreThan(kept);
  }

  /** Files a complaint now, a kept one if need be; false when none is left. */
  boolean fileKept() {
    return fileIfMoreThan(0);
  }

  private synchronized boolean fileIfMoreThan(int rest) {
    if (left.getCount() <= rest) {
      return false;
    }
    NewComplaint next = generator.next();
    List<EvidenceFile> files = new ArrayList<>(next.evidence());
    files.addAll(Evidence.of(filed++));
    portal.fileComplaint(next.withEvidence(files));
    left.countDown();
    return true;
  }

  void awaitLast() throws InterruptedException {
    left.await();
  }
}
