package id.aduan.lapor.runner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * A file system in an image in memory, whose power can be cut: what a program wrote and did not
 * sync is gone then. While one is mounted the machine writes nothing back by itself, so that only a
 * sync reaches the image. Needs Linux, root and loop devices.
 *
 * <p>Not modelled: torn sectors, and disks that lie about their caches.
 */
final class LoopDisk implements AutoCloseable {
  private static final Path WRITE_BACK = Path.of("/proc/sys/vm/dirty_writeback_centisecs");
  private static final String WRITE_BACK_USUAL = "500";
  private static final int SETTING_BYTES_MAX = 64;
  private static final Duration GONE_MAX = Duration.ofSeconds(20);
  private static final long BYTES = 512L * 1024 * 1024;
  private final Path memory;
  private final Path mounted;
  private final String writeBackBefore;
  private final FileChannel turn;
  private Path image;
  private int number;

  /**
   * Makes one.
   *
   * @param folder an empty one
   */
  LoopDisk(Path folder) throws IOException {
    turn = myTurn();
    memory = Files.createDirectory(folder.resolve("memory"));
    mounted = Files.createDirectory(folder.resolve("disk"));
    image = memory.resolve("0.img");
    writeBackBefore = setting();
    try {
      begin();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void begin() throws IOException {
    run("mount", "-t", "tmpfs", "-o", "size=2g", "tmpfs", memory.toString());
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    run("mkfs.ext4", "-q", "-F", image.toString());
    Files.writeString(WRITE_BACK, "0");
    mount();
  }

  /** The setting is the whole machine's: one after the other, in whatever process they are. */
  private static FileChannel myTurn() throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "lapor-loop-disk.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!channel.lock().isValid()) {
      throw new IOException(file + " cannot be locked");
    }
    return channel;
  }

  /** What keeps it from being used here; empty where nothing does. */
  static String obstacle() throws IOException {
    if (!Files.isWritable(WRITE_BACK) || !Files.exists(Path.of("/dev/loop-control"))) {
      return "needs root and loop devices";
    }
    Path trial = Files.createTempDirectory("lapor-loop");
    try (LoopDisk disk = new LoopDisk(trial)) {
      Files.writeString(disk.path().resolve("trial"), "written");
      return "";
    } catch (IOException e) {
      return "needs root and loop devices: " + e.getMessage();
    }
  }

  /** In one read: a second one would find the end, however little the first one took. */
  private static String setting() throws IOException {
    try (InputStream in = Files.newInputStream(WRITE_BACK)) {
      return new String(in.readNBytes(SETTING_BYTES_MAX), UTF_8).strip();
    }
  }

  Path path() {
    return mounted;
  }

  /**
   * Cuts the power: what the image holds at this moment is what stands when it comes back.
   *
   * @param writers stand still already; are killed
   * @param tracers of some of them, are killed after them
   */
  void cut(List<ProcessHandle> writers, List<ProcessHandle> tracers) throws IOException {
    number++;
    Path held = memory.resolve(number + ".img");
    run("cp", "--sparse=always", image.toString(), held.toString());
    writers.forEach(ProcessHandle::destroyForcibly);
    tracers.forEach(ProcessHandle::destroyForcibly);
    await().atMost(GONE_MAX).until(() -> areGone(writers));
    run("umount", mounted.toString());
    Files.delete(image);
    image = held;
    mount();
  }

  /** As the system does it by itself where it finds errors on the disk. */
  void turnReadOnly() throws IOException {
    run("mount", "-o", "remount,abort", mounted.toString());
  }

  /** Kills who uses it, and makes it one that can be written to again. */
  void mend(List<ProcessHandle> writers) throws IOException {
    writers.forEach(ProcessHandle::destroyForcibly);
    await().atMost(GONE_MAX).until(() -> areGone(writers));
    run("umount", mounted.toString());
    run("sh", "-c", "fsck.ext4 -p -f '" + image + "' || test $? = 1");
    mount();
  }

  /** Or dead, and not yet fetched by their parent: then they hold no file any more. */
  private static boolean areGone(List<ProcessHandle> writers) throws IOException {
    for (ProcessHandle writer : writers) {
      if (!List.of("Z").containsAll(Hold.states(writer.pid()))) {
        return false;
      }
    }
    return true;
  }

  private void mount() throws IOException {
    run("mount", "-o", "loop", image.toString(), mounted.toString());
  }

  static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  /** Whether a command is here and does what it is asked to. */
  static boolean works(String... command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    // One that was killed has left 0, which nobody wants for good.
    Files.writeString(WRITE_BACK, writeBackBefore.equals("0") ? WRITE_BACK_USUAL : writeBackBefore);
    turn.close();
    for (Path each : List.of(mounted, memory)) {
      if (Files.readString(Path.of("/proc/mounts")).contains(" " + each + " ")) {
        run("umount", "-l", each.toString());
      }
    }
  }
}
