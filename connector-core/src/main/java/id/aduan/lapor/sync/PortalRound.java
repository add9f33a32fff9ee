package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done about the portal every few seconds beside reading its list, on one node at a
 * time: the readings that are due are asked for, and once a day both sides are compared and the
 * list of categories is read. Safe for use by many threads.
 */
public final class PortalRound {
  private static final Logger LOG = LoggerFactory.getLogger(PortalRound.class);
  private final FollowRound follow;
  private final Optional<NightlyComparison> nightly;
  private final Optional<CatalogueRound> categories;

  /** Makes it; no list of categories is read. */
  public PortalRound(FollowRound follow, Optional<NightlyComparison> nightly) {
    this(follow, nightly, Optional.empty());
  }

  public PortalRound(
      FollowRound follow,
      Optional<NightlyComparison> nightly,
      Optional<CatalogueRound> categories) {
    this.follow = follow;
    this.nightly = nightly;
    this.categories = categories;
  }

  /**
   * Does what is due; a comparison holds up the readings until it is done.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public void runOnce() {
    int unused = follow.runOnce();
    categories.ifPresent(CatalogueRound::runIfDue);
    try {
      nightly.ifPresent(NightlyComparison::runIfDue);
    } catch (LaporException e) {
      LOG.warn("the comparison with the portal: {}; the next night tries again", e.getMessage());
    }
  }
}
