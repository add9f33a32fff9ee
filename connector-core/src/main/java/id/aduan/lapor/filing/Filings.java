package id.aduan.lapor.filing;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The filings as they are kept; reports and files are sealed. */
public interface Filings {
  /**
   * Keeps a new one with its files.
   *
   * @param fresh without a number
   * @return with its number; empty, and then nothing is kept, where its source and number are taken
   */
  Optional<Filing> add(Tx tx, Filing fresh, List<PortalFile> files);

  Optional<Filing> find(Tx tx, long id);

  /** By the source's own number. */
  Optional<Filing> find(Tx tx, AgencyTicket ticket);

  Optional<Filing> find(Tx tx, TrackingId complaint);

  /** The oldest of this text that has not been told of its complaint. */
  Optional<Filing> unmade(Tx tx, String textHash);

  /** Keeps how far it has come; its files go once the complaint stands on the portal. */
  void save(Tx tx, Filing filing);

  /** Its files in their order, as long as they may have to go out. */
  List<PortalFile> files(Tx tx, long id);

  /** The youngest first. */
  List<Filing> youngest(Tx tx, int max);

  /** How many there are by step; steps without any are left out. */
  Map<Filing.Step, Long> counts(Tx tx);
}
