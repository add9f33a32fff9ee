package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalCategories;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's list of categories once a day, on one node (C16). Safe for use by many
 * threads.
 */
public final class CatalogueRound {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueRound.class);
  private static final Schedule DAILY =
      new Schedule("portal.categories", Duration.ofDays(1), Schedule.CatchUp.ONE);

  private final PortalCategories list;
  private final CatalogueDesk desk;
  private final Turns turns;

  public CatalogueRound(PortalCategories list, CatalogueDesk desk, Turns turns) {
    this.list = list;
    this.desk = desk;
    this.turns = turns;
  }

  /**
   * Reads it if it is time.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public void runIfDue() {
    int unused = turns.run(DAILY, this::read);
  }

  /** A portal that cannot be asked today is asked tomorrow. */
  private void read() {
    try {
      CatalogueDesk.Outcome outcome = desk.take(list, list.read());
      LOG.info("the portal's list of categories was read: {}", outcome);
    } catch (FarEndException e) {
      desk.unread(e.getMessage());
    }
  }
}
