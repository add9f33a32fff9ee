package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:05:34Z");

  @Test
  void the_same_seed_lives_the_same_life() {
    assertThat(life(7)).isEqualTo(life(7)).isNotEqualTo(life(8));
  }

  @Test
  void everything_that_happens_on_a_portal_happens() {
    assertThat(
            life(7).stream()
                .map(each -> each.replaceFirst("^\\d+ ", ""))
                .collect(Collectors.toSet()))
        .contains(
            "complaint_filed, Belum Terverifikasi",
            "complaint_assigned, Terverifikasi",
            "complaint_changed, Terverifikasi",
            "complaint_changed, Menunggu Kelengkapan Informasi",
            "reporter_replied, Ditanggapi oleh Pelapor",
            "complaint_closed, Ditutup oleh Admin",
            "complaint_closed, Diarsipkan oleh Admin",
            "complaint_closed, Diarsipkan oleh Sistem",
            "complaint_closed, Diarsipkan oleh Pelapor",
            "complaint_closed, Konten Terblokir");
  }

  @Test
  void they_act_by_themselves() {
    try (var portal = PortalSimulator.start(settings(7))) {
      portal.officers().work(Duration.ofMillis(2));

      await().until(() -> portal.ledger().entries().size() > 20);
    }
  }

  private static List<String> life(long seed) {
    try (var portal = PortalSimulator.start(settings(seed))) {
      for (int step = 0; step < 1500; step++) {
        portal.officers().step();
      }
      return portal.ledger().entries().stream()
          .map(each -> each.complaintId() + " " + each.what())
          .toList();
    }
  }

  private static PortalSettings settings(long seed) {
    return PortalSettings.defaults()
        .withSeed(seed)
        .withChance(new SplittableRandom(seed))
        .withTime(ZoneId.of("Asia/Jakarta"), () -> NOW);
  }
}
