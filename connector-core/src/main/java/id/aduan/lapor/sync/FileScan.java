package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads every file that the rows of a store name to its end (PSE-01), originals and copies.
 *
 * @param files how many were read
 * @param damages how many are missing, or not what was kept
 */
public record FileScan(long files, long damages) {
  private static final int PAGE = 200;

  /**
   * Reads them; memory does not grow with their number.
   *
   * @param told each file that is missing or damaged, as it is found
   */
  public static FileScan run(CaseStore store, FileVault vault, Consumer<CaseFile> told) {
    long read = 0;
    long damages = 0;
    long last = 0;
    while (true) {
      long after = last;
      CaseFiles.Page page = store.read(tx -> store.files().after(tx, after, PAGE));
      for (CaseFile file : page.files()) {
        for (StoredFile kept : of(file)) {
          read++;
          if (!isWhole(vault, kept)) {
            damages++;
            told.accept(file);
          }
        }
      }
      last = page.last();
      if (page.isLast()) {
        return new FileScan(read, damages);
      }
    }
  }

  private static List<StoredFile> of(CaseFile file) {
    List<StoredFile> kept = new ArrayList<>(file.original().stream().toList());
    file.copies().stream().map(FileCopy::file).forEach(kept::add);
    return kept;
  }

  /** Whether all that is kept of a file is as it was kept. */
  static boolean isWhole(CaseFile file, FileVault vault) {
    return of(file).stream().allMatch(it -> isWhole(vault, it));
  }

  private static boolean isWhole(FileVault vault, StoredFile file) {
    try {
      vault.verify(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
