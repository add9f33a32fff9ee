package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that names whom to ask. */
class AdminNoticeTest {
  private static final URI HERE = URI.create("http://127.0.0.1:1");
  @TempDir private Path folder;

  private AdminNotice post() {
    return AdminNotice.post(
        folder.resolve("lapor.db.admin"), HERE, AdminSite.newToken(new SecureRandom()));
  }

  @Test
  void itGoesWithWhoPutItUp() throws Exception {
    post().close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnotherHasPutUpSinceStays() throws Exception {
    AdminNotice first = post();
    AdminNotice second = post();

    first.close();
    assertThat(AdminFile.read(folder.resolve("lapor.db.admin"))).isPresent();
    second.close();
    assertThat(folder).isEmptyDirectory();
  }
}
