package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.ExportImport.Progress;
import java.nio.file.Path;

/**
 * Imports exports of the portal, wherever that is asked for: of the store, or of the process that
 * owns it.
 */
@FunctionalInterface
public interface ImportWork {
  /**
   * Imports a file.
   *
   * @param progress told how far it is; what it throws ends the import there
   */
  ImportResult run(Path file, ImportOrder order, Progress progress);
}
