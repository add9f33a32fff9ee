package id.aduan.lapor.runner;

import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.GuardedInspector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.documents.convert.Converter;
import id.aduan.lapor.documents.inspect.Inspectors;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.config.AttachmentsConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.config.StoreConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what keeps the files of complaints, and what looks at them. */
public final class Vaults {
  private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

  private Vaults() {}

  /**
   * How files are fetched and kept.
   *
   * @param converts whether a converter is looked for, which takes a second or two
   */
  static FileRules rules(RunnerConfig config, boolean converts) {
    AttachmentsConfig attachments = config.documents().attachments();
    FileVault vault =
        open(attachments.directory(config.store()), config.store(), attachments.reserveBytes());
    Converter converter =
        converts
            ? Converters.open(
                config.documents().converter(),
                Objects.requireNonNullElse(System.getenv("PATH"), ""),
                vault.workFolder())
            : Converter.ABSENT;
    if (!converter.seesOnlyTheDocument()) {
      LOG.warn(
          "documents are converted by {}; 'lapor check' tells the same, and the guide on office"
              + " documents what to do about it",
          converter.describe());
    }
    FileInspector inspector = Inspectors.with(converter);
    return new FileRules(
        vault,
        attachments.limits(),
        new GuardedInspector(
            attachments.stripMetadata() ? inspector : new Uncleaned(inspector),
            attachments.uninspected()),
        takenBy(config));
  }

  private static Map<AgencyCode, AgencyFileLimits> takenBy(RunnerConfig config) {
    Map<AgencyCode, AgencyFileLimits> taken = new TreeMap<>();
    config
        .agencies()
        .forEach(agency -> agency.files().ifPresent(limits -> taken.put(agency.code(), limits)));
    return taken;
  }

  /**
   * Opens or makes it.
   *
   * @throws StoreException when its directory cannot be made or written to
   */
  public static FileVault open(Path directory, StoreConfig store, long reserveBytes) {
    try {
      return FileVault.open(directory, KeysetSealer.ofFile(store.keys()), reserveBytes);
    } catch (IOException e) {
      throw new StoreException(
          "the folder of complaints' files, "
              + directory
              + ", cannot be made or written to: give this account the right to, or name another"
              + " one in documents.attachments.directory",
          e);
    }
  }
}
