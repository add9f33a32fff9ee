package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
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

  /** Files the next complaint, if one is left. */
  void fileNext() {
    if (left.getCount() > 0) {
      portal.fileComplaint(generator.next());
      left.countDown();
    }
  }

  boolean isFiling() {
    return left.getCount() > 0;
  }

  void awaitLast() throws InterruptedException {
    left.await();
  }
}
