package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalExport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How exports of the portal are taken in.
 *
 * @param opener reads them
 * @param folder one whose exports are imported by itself
 */
public record Exports(PortalExport.Opener opener, Optional<Watched> folder) {

  /**
   * A folder.
   *
   * @param every how often it is looked at; a file is taken at the second look
   */
  public record Watched(Path folder, Duration every) {}
}
