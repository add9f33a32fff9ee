package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FileDelivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Between a portal whose files are their addresses and an agency that takes files. */
abstract class FileDeliveryRig extends ConnectorRig {
  static final String DISHUB = "dishub";
  volatile Verdict verdict = Verdict.FIT;
  volatile boolean fetches = true;
  final List<Alert> alerts = new CopyOnWriteArrayList<>();

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    dishub.can(
        EnumSet.of(Capability.FIND, Capability.UPDATE, Capability.ATTACH, Capability.FIND_FILES));
    portal.files(new Shelf());
    try {
      FileVault vault =
          FileVault.open(
              dir.resolve("files"),
              KeysetSealer.ofFile(JdbcStore.keysBeside(dir.resolve("lapor.db"))),
              0);
      AgencyFileLimits limits = new AgencyFileLimits(100, 2, 150, Set.of("image/jpeg"));
      builder.listener(
          new ConnectorListener() {
            @Override
            public void alerted(Alert alert) {
              alerts.add(alert);
            }
          });
      return builder.files(
          new FileRules(
              vault,
              new FileLimits(10, 1000, 5000),
              new Looker(),
              Map.of(new AgencyCode(DISHUB), limits)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives each address as its own content. */
  private final class Shelf implements FileSource {
    @Override
    public Fetched fetch(Attachment attachment, long bytesMax, OutputStream to) {
      if (!fetches) {
        return new Later("http.500", Optional.empty());
      }
      byte[] bytes = attachment.url().getBytes(StandardCharsets.UTF_8);
      try {
        to.write(bytes);
        return new Whole(bytes.length);
      } catch (IOException e) {
        return new Later("disk", Optional.empty());
      }
    }
  }

  /** Takes what is called a text for one, and cleans pictures. */
  private final class Looker implements FileInspector {
    @Override
    public Inspection inspect(Path file, String name) {
      return new Inspection(
          name.endsWith(".txt") ? "text/plain" : "image/jpeg", verdict, List.of());
    }

    @Override
    public Optional<Made> cleaned(Path file, Inspection inspection, Path target)
        throws IOException {
      if (!inspection.type().equals("image/jpeg")) {
        return Optional.empty();
      }
      Files.writeString(target, "cleaned " + Files.readString(file));
      return Optional.of(new Made("image/jpeg", "looker 1"));
    }

    @Override
    public Optional<Made> exchanged(Path file, Inspection inspection, Path target) {
      return Optional.empty();
    }
  }

  final void tells(String id, String... names) throws Exception {
    List<Attachment> attachments =
        Stream.of(names)
            .map(name -> new Attachment(name, "https://portal.invalid/" + name))
            .toList();
    portal.put(Samples.state(Samples.with(Samples.complaint(id, "1398"), attachments)));
    var unused = push("evt_" + id + attachments.size(), id);
  }

  final List<FileDelivery> deliveries(String id) {
    return connector
        .store()
        .read(tx -> connector.store().files().deliveries().of(tx, new TrackingId(id)));
  }

  final void awaitDeliveries(String id, FileDelivery.State... states) {
    await()
        .untilAsserted(
            () ->
                assertThat(deliveries(id)).extracting(FileDelivery::state).containsExactly(states));
  }

  final Stream<State> statesOfFiles(String id) {
    return entries(id).stream()
        .filter(row -> Targets.agencyOfFiles(row.lane().target()).isPresent())
        .map(OutboxView.Row::state);
  }
}
