package id.aduan.lapor.documents.convert;

import id.aduan.lapor.attachment.FileInspector.Made;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice as one process for each document and one at a time, with a profile of its own, held
 * by limits of time and memory and, where the system allows it, cut off from the network and from
 * the files of this machine. Macros and updates of links are switched off in the profile (ODF-11,
 * ODF-13).
 */
public final class OfficeConverter implements Converter {
  private static final Duration VERSION_DEADLINE = Duration.ofSeconds(20);
  private static final String PROFILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
      <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
      <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
      <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
      <item oor:path="/org.openoffice.Office.Writer/Content/Update">
      <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
      <item oor:path="/org.openoffice.Office.Calc/Content/Update">
      <prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
      <item oor:path="/org.openoffice.Office.Common/Save/ODF">
      <prop oor:name="DefaultVersion" oor:op="fuse"><value>4</value></prop></item>
      </oor:items>
      """;
  private final ConverterSettings settings;
  private final Fence fence;
  private final String version;
  private final Semaphore turn = new Semaphore(1, true);

  private OfficeConverter(ConverterSettings settings, Fence fence, String version) {
    this.settings = settings;
    this.fence = fence;
    this.version = version;
  }

  /**
   * Asks the office for its version and tries what can hold it.
   *
   * @return empty where the program does not answer
   */
  public static Optional<Converter> open(ConverterSettings settings) {
    try (WorkFolder folder = WorkFolder.in(settings.work())) {
      return open(settings, Fence.probe(folder.path(), settings.office()), folder);
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  /** The same, held by that and no more. */
  static Optional<Converter> open(ConverterSettings settings, Fence fence) throws IOException {
    try (WorkFolder folder = WorkFolder.in(settings.work())) {
      return open(settings, fence, folder);
    }
  }

  private static Optional<Converter> open(
      ConverterSettings settings, Fence fence, WorkFolder folder) throws IOException {
    String version = version(settings, fence, folder);
    if (!version.isEmpty()) {
      return Optional.of(new OfficeConverter(settings, fence, version));
    }
    // It may need what is hidden there.
    return fence.files() ? open(settings, fence.withoutFiles(), folder) : Optional.empty();
  }

  private static String version(ConverterSettings settings, Fence fence, WorkFolder folder)
      throws IOException {
    List<String> command = List.of(settings.office().toString(), profile(folder), "--version");
    Fence without = new Fence(fence.network(), fence.files(), false);
    return BoundedProcess.said(
        without.around(command, folder.path(), settings),
        folder.path(),
        folder.path().resolve("version.txt"),
        VERSION_DEADLINE);
  }

  /** The program {@code soffice} on a search path such as {@code /usr/local/bin:/usr/bin}. */
  public static Optional<Path> find(String searchPath) {
    return Stream.of(searchPath.split(":"))
        .filter(it -> it.startsWith("/"))
        .map(it -> Path.of(it, "soffice"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String profile(WorkFolder folder) {
    return "-env:UserInstallation=" + folder.path().resolve("profile").toUri();
  }

  @Override
  public boolean reads(String type) {
    return OpenFormat.of(type).isPresent();
  }

  @Override
  public boolean there() {
    return true;
  }

  @Override
  public boolean seesOnlyTheDocument() {
    return fence.files();
  }

  @Override
  public String describe() {
    return version + ", " + fence.describe();
  }

  @Override
  public Optional<Made> convert(Path file, String type, Path target) throws IOException {
    Optional<OpenFormat> format = OpenFormat.of(type);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    enter();
    try (WorkFolder folder = WorkFolder.in(settings.work())) {
      return converted(file, format.get(), folder, target)
          ? Optional.of(new Made(format.get().type(), version))
          : Optional.empty();
    } finally {
      turn.release();
    }
  }

  private void enter() throws IOException {
    try {
      if (!turn.tryAcquire(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the converter stayed busy; the document is converted later");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for the converter", stopped);
    }
  }

  private boolean converted(Path file, OpenFormat format, WorkFolder folder, Path target)
      throws IOException {
    Path user = Files.createDirectories(folder.path().resolve("profile").resolve("user"));
    Files.writeString(user.resolve("registrymodifications.xcu"), PROFILE, StandardCharsets.UTF_8);
    // Never by its own name: that is a stranger's, and could be read as an option.
    Path source = folder.path().resolve("document." + format.from());
    Files.copy(file, source);
    Path out = Files.createDirectories(folder.path().resolve("out"));
    List<String> command =
        List.of(
            settings.office().toString(),
            profile(folder),
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            "--convert-to",
            format.to(),
            "--outdir",
            out.toString(),
            source.toString());
    boolean ended =
        BoundedProcess.run(
            fence.around(command, folder.path(), settings), folder.path(), settings.deadline());
    Path result = out.resolve("document." + format.to());
    if (!ended || !Files.isRegularFile(result) || Files.size(result) == 0) {
      return false;
    }
    Files.move(result, target);
    return true;
  }
}
