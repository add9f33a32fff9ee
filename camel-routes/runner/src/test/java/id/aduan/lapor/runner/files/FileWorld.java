package id.aduan.lapor.runner.files;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.files.FileDesk.Stored;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A portal with complaints that have files, an agency that takes files, and what became of them.
 */
final class FileWorld implements AutoCloseable {
  static final int FILES_EACH = 5;
  private static final int BYTES = 4_000_000;
  private static final Reporter NOBODY = new Reporter("Nobody", "", "");
  final FileDesk agency = new FileDesk();
  final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withCredentials(new PortalCredentials("Authorization", "Bearer bearer-1", "{t}")));
  private final Map<String, List<String>> filed = new TreeMap<>();
  private final Random chance = new Random(8);

  FileWorld() throws IOException {}

  /** A configuration between the two, in a folder of its own. */
  SampleConfig configure(Path folder) {
    SampleConfig sample = SampleConfig.of(folder, agency.baseUri());
    sample.replace("http://127.0.0.1:1/lapor", portal.baseUri().toString());
    sample.replace(
        "delivery: {lookupSettle: PT1S}",
        """
        delivery: {lookupSettle: PT1S, probeCap: PT5S}
        documents:
          converter: {office: off}
          attachments: {diskReserve: 1 kB}
        """);
    sample.replace(
        "ticket: /id}\nmapping:",
        """
        ticket: /id}
              attach:
                method: PUT
                path: "/files/{ticket}/{name}"
                raw: {}
                find: {path: "/files/{ticket}", items: /data, name: /name}
        mapping:""");
    return sample;
  }

  /** Files complaints with photos and documents, each another. */
  void files(int complaints) {
    for (int i = 0; i < complaints; i++) {
      List<EvidenceFile> evidence = new ArrayList<>();
      List<String> hashes = new ArrayList<>();
      for (int j = 0; j < FILES_EACH; j++) {
        byte[] bytes = j % 2 == 0 ? photo() : document();
        String name = j % 2 == 0 ? "foto.jpg" : "surat.pdf";
        evidence.add(new EvidenceFile(name, j % 2 == 0 ? "image/jpeg" : "application/pdf", bytes));
        hashes.add(FileDesk.sha256(bytes));
      }
      String id =
          portal.fileComplaint(
              NewComplaint.of("Lampu mati", "Lampu mati.", NOBODY)
                  .withCategory(1398)
                  .withEvidence(evidence));
      filed.put(id, hashes);
    }
  }

  int filesInAll() {
    return filed.values().stream().mapToInt(List::size).sum();
  }

  /** Each, and the copy of each photo. */
  int sealedInAll() {
    int photosEach = (FILES_EACH + 1) / 2;
    return filed.size() * (FILES_EACH + photosEach);
  }

  Set<String> complaints() {
    return Set.copyOf(filed.keySet());
  }

  /** With notes, so that a copy is made of it as well. */
  private byte[] photo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] notes = latin("Exif\0\0II*\0\b\0\0\0\1\0%\u0088\4\0\1\0\0\0\u001a\0\0\0\0\0\0\0Rumah");
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0});
    out.write(notes.length + 2);
    out.writeBytes(notes);
    out.writeBytes(latin("\u00ff\u00c0\0\13\b\0\1\0\1\1\1\u0011\0\u00ff\u00da\0\b\1\1\0\0?\0"));
    for (byte it : random()) {
      out.write(it == (byte) 0xFF ? 1 : it);
    }
    out.writeBytes(latin("\u00ff\u00d9"));
    return out.toByteArray();
  }

  private byte[] document() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(latin("%PDF-1.4\n"));
    out.writeBytes(random());
    out.writeBytes(latin("\n%%EOF\n"));
    return out.toByteArray();
  }

  private byte[] random() {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Plain bytes of files under way, as they lie on the disk. */
  static List<Path> plain(Path vault) throws IOException {
    return regular(vault.resolve("tmp")).stream()
        .filter(it -> !it.toString().endsWith(".lock"))
        .toList();
  }

  /** What lies sealed, whole or in part. */
  static List<Path> sealed(Path vault) throws IOException {
    return regular(vault).stream().filter(it -> !it.startsWith(vault.resolve("tmp"))).toList();
  }

  private static List<Path> regular(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (NoSuchFileException | UncheckedIOException gone) {
      return List.of(); // it came or went meanwhile
    }
  }

  /** Each file is here, whole, and stands at the agency once, as it is to go. */
  void requireEachOnceAndWhole(List<CaseFile> files, Path folder, Path keys) throws IOException {
    Set<String> names = new HashSet<>();
    try (FileVault vault = FileVault.open(folder, KeysetSealer.ofFile(keys), 0)) {
      Map<String, List<String>> here = new TreeMap<>();
      for (CaseFile file : files) {
        StoredFile original = file.original().orElseThrow();
        here.computeIfAbsent(file.complaint().value(), it -> new ArrayList<>())
            .add(original.sha256());
        vault.verify(original);
        StoredFile goes = file.copies().stream().map(FileCopy::file).findFirst().orElse(original);
        vault.verify(goes);
        names.add(sent(file.complaint(), goes));
      }
      assertThat(here).as("as the portal has them").isEqualTo(filed);
    }
    assertThat(agency.files())
        .extracting(it -> it.ticket() + " " + it.sha256())
        .as("each once and whole at the agency")
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(agency.files()).extracting(Stored::name).doesNotHaveDuplicates();
    assertThat(agency.tickets()).containsExactlyInAnyOrderElementsOf(filed.keySet());
  }

  private static String sent(TrackingId complaint, StoredFile file) {
    return "T-" + complaint + " " + file.sha256();
  }

  @Override
  public void close() {
    portal.close();
    agency.close();
  }
}
