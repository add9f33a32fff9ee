package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Dispatcher;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.sync.AgencyFileDelivery;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.ComplaintFiles;
import id.aduan.lapor.sync.FileAlerts;
import id.aduan.lapor.sync.FileDelivering;
import id.aduan.lapor.sync.FileDesk;
import id.aduan.lapor.sync.FileFetch;
import id.aduan.lapor.sync.FileIntake;
import id.aduan.lapor.sync.FileTelling;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What fetching the files of complaints is made of. */
record FileParts(
    FileRules rules,
    FileIntake intake,
    FileDelivering delivering,
    Map<String, DeliveryTarget> targets,
    FileDesk desk) {
  /** Cases whose files are fetched at once; the disk and the line are everybody's. */
  static final int AT_ONCE_MAX = 4;

  private static final Logger LOG = LoggerFactory.getLogger(FileParts.class);

  /** Empty where the builder was told nothing of files, or the portal's wire fetches none. */
  static Optional<FileParts> of(
      LaporConnectorBuilder settings,
      Ingredients parts,
      InstantSource time,
      Dispatcher engine,
      Mappings mappings) {
    Optional<FileSource> source = parts.portal().fileSource();
    return source.isEmpty()
        ? Optional.empty()
        : settings.files().map(rules -> of(settings, parts, source.get(), time, engine, mappings));
  }

  private static FileParts of(
      LaporConnectorBuilder settings,
      Ingredients parts,
      FileSource source,
      InstantSource time,
      Dispatcher engine,
      Mappings mappings) {
    Consumer<String> wake = engine::wake;
    FileRules rules = settings.files().orElseThrow();
    CaseStore store = parts.store();
    Map<AgencyCode, AgencyAdapter> takers = with(Capability.ATTACH, parts);
    FileTelling telling =
        new FileTelling(store, with(Capability.UPDATE, parts).keySet(), mappings, wake);
    Map<AgencyCode, AgencyFileLimits> limits = new TreeMap<>();
    takers.keySet().forEach(agency -> limits.put(agency, rules.of(agency)));
    FileDelivering delivering =
        new FileDelivering(store, limits, telling, new FileAlerts(engine::tell), wake);
    FileIntake intake = new FileIntake(store, rules.limits(), delivering, wake);
    FileFetch fetch =
        new FileFetch(
            store,
            source,
            rules,
            intake,
            delivering,
            new FileFetch.Attempts(settings.retry().attemptsMax(), time));
    Map<String, DeliveryTarget> targets = new TreeMap<>(Map.of(Targets.FILES, fetch));
    AgencyFileDelivery.Others others = new AgencyFileDelivery.Others(delivering, intake);
    takers.forEach(
        (agency, adapter) ->
            targets.put(
                Targets.filesOf(agency),
                new AgencyFileDelivery(agency, adapter, rules, store, others, time)));
    FileDesk desk = new FileDesk(store, rules.vault(), intake, delivering, time);
    return new FileParts(rules, intake, delivering, targets, desk);
  }

  private static Map<AgencyCode, AgencyAdapter> with(Capability capability, Ingredients parts) {
    Map<AgencyCode, AgencyAdapter> agencies = new TreeMap<>(parts.agencies());
    agencies.values().removeIf(it -> !it.capabilities().contains(capability));
    return agencies;
  }

  static ComplaintFiles intake(Optional<FileParts> parts) {
    return parts.<ComplaintFiles>map(FileParts::intake).orElse(ComplaintFiles.NONE);
  }

  /** What is left is removed when the vault is opened again. */
  void close() {
    try {
      rules.vault().close();
    } catch (IOException e) {
      LOG.warn("temporary files were not removed: {}", e.getClass().getName());
    }
  }
}
