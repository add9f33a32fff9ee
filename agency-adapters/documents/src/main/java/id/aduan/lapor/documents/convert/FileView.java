package id.aduan.lapor.documents.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command in a namespace of mounts where there are the programs of the system, to be read,
 * one folder, to be written to, and nothing else: no home, no configuration, no store, no temporary
 * files of others. Whatever a document names is not there (ODF-13).
 */
final class FileView {
  /** The folder, where a program that is not the system's lies, its libraries, and the command. */
  private static final String SCRIPT =
      """
      set -e
      folder=$1; program=$2; libraries=$3; shift 3
      root=$folder/root
      mkdir -p "$root"
      mount -t tmpfs -o size=4m,mode=755,nosuid tmpfs "$root"
      read_only() {
        mount -o remount,bind,ro "$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$1"
      }
      show() {
        if [ -L "$1" ]; then mkdir -p "$root${1%/*}"; cp -P "$1" "$root$1"; return; fi
        if [ -d "$1" ]; then mkdir -p "$root$1"
        elif [ -e "$1" ]; then mkdir -p "$root${1%/*}"; : > "$root$1"
        else return 0; fi
        mount --rbind "$1" "$root$1"
        read_only "$root$1"
      }
      for it in /usr /lib /lib32 /lib64 /libx32 /bin /sbin /etc/fonts /etc/ld.so.cache \
          /etc/alternatives /etc/libreoffice /var/cache/fontconfig /var/lib/libreoffice; do
        show "$it"
      done
      [ -z "$program" ] || show "$program"
      mkdir -p "$root/dev" "$root/tmp" "$root/old" "$root/proc"
      : > "$root/proc/version" # for which an office looks, and for no more of it
      mount --bind /proc/version "$root/proc/version"
      mount --rbind /proc "$root/proc" # until umount has read there what is mounted
      mount -t tmpfs -o size=16m,mode=1777,nosuid tmpfs "$root/tmp" # for the office's own pipe
      for it in null zero random urandom; do
        : > "$root/dev/$it"
        mount --bind "/dev/$it" "$root/dev/$it"
      done
      mkdir -p "$root$folder"
      mount --bind "$folder" "$root$folder"
      cd "$root"
      pivot_root . old
      cd "$folder"
      umount -l /old
      mount -o remount,bind,ro /
      umount -l /proc
      export LD_LIBRARY_PATH="$libraries" # which it would find by /proc
      exec "$@"
      """;

  private FileView() {}

  /** The command within it; {@code program} is what it runs in the end. */
  static List<String> around(List<String> command, Path folder, Path program) {
    List<String> all = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", folder.toString()));
    Path home = home(program);
    boolean office = home.endsWith("program") && home.getParent() != null;
    all.add(home.startsWith("/usr") ? "" : String.valueOf(office ? home.getParent() : home));
    all.add(home.toString());
    all.addAll(command);
    return all;
  }

  private static Path home(Path program) {
    try {
      Path parent = program.toRealPath().getParent();
      return parent == null ? Path.of("/usr") : parent;
    } catch (IOException notThere) {
      return Path.of("/usr");
    }
  }
}
