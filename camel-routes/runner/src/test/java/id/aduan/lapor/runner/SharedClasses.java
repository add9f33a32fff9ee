package id.aduan.lapor.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes that a process of the program loads at its start, in a file that the JVM maps, as
 * {@code ./lapor} has them (decision 17): half a second instead of two, some dozen times. Made once
 * a build, by whichever test JVM is the first to need it.
 */
final class SharedClasses {
  private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);
  private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();
  private static final List<String> OPTIONS = made();

  private SharedClasses() {}

  /** The class path of a process, and where its classes are, if they could be had. */
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> made() {
    try {
      Files.createDirectories(FOLDER);
      try (FileChannel channel =
              FileChannel.open(
                  FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        LOG.debug("{} is held", held);
        return sharedOrNot();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> sharedOrNot() throws IOException, InterruptedException {
    List<String> plain = List.of("-cp", LaporProcesses.classPath());
    List<String> jars = new ArrayList<>(List.of(FOLDER.resolve("lapor.jar").toString()));
    for (String entry : LaporProcesses.classPath().split(":", -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (!path.equals(CLASSES) && !path.equals(TESTS)) {
        if (Files.isDirectory(path)) {
          return plain; // the JVM shares classes of jars alone
        }
        jars.add(entry);
      }
    }
    List<String> classPath = List.of("-cp", String.join(":", jars));
    Path archive = FOLDER.resolve("lapor.jsa");
    if (!isNewest(archive)) {
      jar(Path.of(jars.get(0)));
      rehearse(archive, classPath);
    }
    List<String> shared =
        new ArrayList<>(
            List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:disable",
                "-Xlog:all=warning,cds*=off:stderr"));
    shared.addAll(classPath);
    return Files.exists(archive) ? shared : plain;
  }

  private static boolean isNewest(Path archive) throws IOException {
    if (!Files.exists(archive)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(archive);
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static void jar(Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(CLASSES.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }

  private static void rehearse(Path archive, List<String> classPath)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:disable"));
    command.addAll(classPath);
    command.add(Rehearsal.class.getName());
    Path said = FOLDER.resolve("rehearsal.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      Files.deleteIfExists(archive);
      LOG.warn("the start was not rehearsed, see {}", said);
    }
  }
}
