package id.aduan.lapor.runner.config;

import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.Inspection.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code documents.attachments} says.
 *
 * @param fetch whether files are fetched where the portal's wire can
 * @param directory where they are kept; empty for {@code files} beside the store
 * @param hosts where they are fetched beside the portal itself
 * @param reserveBytes how much room is left to others on the disk; below it files wait
 * @param stripMetadata whether pictures go out without their place and camera
 * @param uninspected what becomes of a file at which nobody could look
 */
public record AttachmentsConfig(
    boolean fetch,
    Optional<Path> directory,
    List<URI> hosts,
    FileLimits limits,
    long reserveBytes,
    boolean stripMetadata,
    Verdict uninspected) {
  public AttachmentsConfig {
    hosts = List.copyOf(hosts);
  }

  /** Where they are kept, given where the store's notice lies. */
  public Path directory(StoreConfig store) {
    return directory.orElseGet(() -> store.notice().resolveSibling("files"));
  }
}
