package id.aduan.lapor.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * {@code ./lapor} has them: half the processor time of a start, some dozen times. Made once a
 * build, by whichever test JVM is the first to need it; without it a start takes longer, and that
 * is all.
 */
final class SharedClasses {
  private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);
  private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("lapor.jar");
  private static final Path ARCHIVE = FOLDER.resolve("lapor.jsa");

  /** That a rehearsal has failed: the other test JVMs need not try. */
  private static final Path FAILED = FOLDER.resolve("rehearsal.failed");

  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();
  private static final long REHEARSAL_SECONDS_MAX = 40;
  private static final List<String> OPTIONS = options(LaporProcesses.classPath());

  private SharedClasses() {}

  /** The class path of a process, and where its classes are, if they could be had. */
  static List<String> options() {
    return OPTIONS;
  }

  private static List<String> options(String classPath) {
    List<String> plain = List.of("-cp", classPath);
    List<Path> others =
        Stream.of(classPath.split(":", -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(entry -> !entry.equals(CLASSES) && !entry.equals(TESTS))
            .toList();
    if (others.stream().anyMatch(Files::isDirectory)) {
      return plain; // the JVM shares classes of jars alone
    }
    List<String> jars = new ArrayList<>(List.of(JAR.toString()));
    others.forEach(entry -> jars.add(entry.toString()));
    List<String> shared =
        List.of(
            "-XX:SharedArchiveFile=" + ARCHIVE,
            "-Xlog:disable",
            "-Xlog:all=warning,cds*=off:stderr",
            "-cp",
            String.join(":", jars));
    try {
      return isThere(others, String.join(":", jars)) ? shared : plain;
    } catch (IOException | RuntimeException e) {
      LOG.warn("processes start without an archive of classes: {}", e.toString());
      return plain;
    }
  }

  /** Makes it if it is not; one JVM at a time. */
  private static boolean isThere(List<Path> others, String classPath) throws IOException {
    Files.createDirectories(FOLDER);
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (isNewest(ARCHIVE, others) || isNewest(FAILED, others)) {
        return held.isValid() && Files.exists(ARCHIVE);
      }
      Files.deleteIfExists(ARCHIVE);
      Files.deleteIfExists(FAILED);
      jar();
      Path beside = FOLDER.resolve("lapor.jsa.new");
      if (!rehearse(beside, classPath)) {
        Files.createFile(FAILED);
        return false;
      }
      Files.move(beside, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }

  private static boolean isNewest(Path made, List<Path> others) throws IOException {
    if (!Files.exists(made)) {
      return false;
    }
    FileTime then = Files.getLastModifiedTime(made);
    try (Stream<Path> classes = Files.walk(CLASSES)) {
      for (Path file : Stream.concat(classes, others.stream()).toList()) {
        if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(then) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static void jar() throws IOException {
    try (OutputStream out = Files.newOutputStream(JAR);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(CLASSES.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }

  private static boolean rehearse(Path archive, String classPath) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:disable",
            "-cp",
            classPath,
            Rehearsal.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("rehearsal.log").toFile())
            .start();
    try {
      return process.waitFor(REHEARSAL_SECONDS_MAX, TimeUnit.SECONDS)
          && process.exitValue() == 0
          && Files.exists(archive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
