package id.aduan.lapor.bintan.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds a run of the demo: secrets, the connector's store and log, the ledgers of
 * the three far ends. Each run begins with an empty one, since the simulated portal numbers its
 * complaints anew.
 */
public final class DemoFolder {
  private static final String MARK = ".lapor-demo";
  private final Path root;

  private DemoFolder(Path root) {
    this.root = root;
  }

  /**
   * Empties the folder of an earlier demo, or makes it.
   *
   * @throws IOException also when it holds something else than an earlier demo: that is not touched
   */
  public static DemoFolder fresh(Path root) throws IOException {
    if (Files.exists(root)) {
      boolean ours = Files.exists(root.resolve(MARK));
      try (Stream<Path> files = Files.list(root)) {
        if (!ours && files.findAny().isPresent()) {
          throw new IOException(root + " holds something else than a demo; name another folder");
        }
      }
      delete(root);
    }
    Files.createDirectories(root);
    Files.createFile(root.resolve(MARK));
    return new DemoFolder(root);
  }

  private static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path store() {
    return root.resolve("lapor.db");
  }

  Path connectorLog() {
    return root.resolve("connector.log");
  }

  Path ledger(String name) {
    return root.resolve("ledger-" + name + ".jsonl");
  }

  /**
   * The configuration to run with: the shipped one where it fits this folder and these ports, else
   * a copy of it that does.
   */
  Path configuration(Path shipped, Ports ports) throws IOException {
    Path folder = shipped.toAbsolutePath().getParent();
    Path usual = folder == null ? root : folder.resolve("../../../data/demo").normalize();
    if (ports.equals(Ports.SHIPPED) && root.toAbsolutePath().normalize().equals(usual)) {
      return shipped;
    }
    Path copies = Files.createDirectories(root.resolve("config"));
    try (Stream<Path> files = Files.list(folder == null ? root : folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }
    Path copy = copies.resolve(shipped.getFileName());
    Files.writeString(copy, adapted(Files.readString(shipped), ports));
    return copy;
  }

  private static String adapted(String yaml, Ports ports) {
    return yaml.replace("../../../data/demo/", "../")
        .replace("" + Ports.SHIPPED.portal(), "" + ports.portal())
        .replace("" + Ports.SHIPPED.opd(), "" + ports.opd())
        .replace("" + Ports.SHIPPED.landOffice(), "" + ports.landOffice())
        .replace("" + Ports.SHIPPED.admin(), "" + ports.admin())
        .replace("" + Ports.SHIPPED.connector(), "" + ports.connector());
  }
}
