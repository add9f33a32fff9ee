package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where sent files stand until they are imported. */
class UploadsTest {
  @TempDir private Path folder;

  @Test
  void nobodyElseReadsThem() throws IOException {
    Path at = folder.resolve("imports");

    Path file = Uploads.in(at).make();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAtTheStart() throws IOException {
    Path at = folder.resolve("imports");
    Path left = Uploads.in(at).make();
    Path anothers = Files.createFile(at.resolve("catatan.txt"));

    var unused = Uploads.in(at);

    assertThat(left).doesNotExist();
    assertThat(anothers).exists();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndTheNextTryFindsIt() throws IOException {
    Path at = folder.resolve("imports");
    Files.writeString(at, "in the way");
    Uploads uploads = Uploads.in(at);
    assertThatThrownBy(uploads::make).isInstanceOf(IOException.class);

    Files.delete(at);

    assertThat(uploads.make()).exists();
  }
}
