package id.aduan.lapor.simulator.officer;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.generate.ComplaintGenerator;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Status;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal's admins and its reporters, by chance from the seed: every step files a complaint, or
 * does to one what admins do (verify, assign, postpone, edit, archive, block, close, reopen) or
 * what reporters do (reply, close). At most {@value #COMPLAINTS_MAX} complaints are filed. Nobody
 * here answers for an agency: that is the connector's part.
 */
public final class PortalOfficers implements AutoCloseable {
  static final int COMPLAINTS_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(PortalOfficers.class);
  private static final List<String> REPLIES =
      List.of("Belum ada perubahan.", "Terima kasih.", "Mohon ditindaklanjuti segera.");

  /** The three reasons that a real export holds (portal-wire 4.3). */
  private static final List<String> ARCHIVE_REASONS =
      List.of(
          "Laporan ini diarsipkan karena Mengandung SARA, Tidak Memiliki Bukti Dukung, Tidak"
              + " Jelas, dan Tidak Relevan dengan Kinerja Pemerintah",
          "Laporan diarsipkan karena sudah mencapai batas kadaluarsa pengaduan.",
          "Laporan ini diarsipkan sesuai dengan keinginan Pelapor");

  private static final List<Status> ARCHIVED =
      List.of(Status.ARCHIVED_BY_ADMIN, Status.ARCHIVED_BY_SYSTEM, Status.ARCHIVED_BY_REPORTER);

  private final PortalDesk desk;
  private final List<Institution> institutions;
  private final SplittableRandom chance;
  private final ComplaintGenerator citizens;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(PortalOfficers::daemon);
  private int filed;

  public PortalOfficers(PortalSettings settings, PortalDesk desk) {
    this.desk = desk;
    this.institutions = settings.institutions();
    this.chance = new SplittableRandom(settings.seed());
    this.citizens =
        new ComplaintGenerator(chance.split(), settings.clock(), Categories.shipped(), List.of());
  }

  /** Acts from now on, once in every period. */
  public void work(Duration period) {
    long millis = period.toMillis();
    var unused = timer.scheduleAtFixedRate(this::safeStep, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Files this many complaints at once. */
  public synchronized void file(int count) {
    citizens.take(count).forEach(desk::file);
    filed += count;
  }

  /** One step. */
  public synchronized void step() {
    List<Complaint> all = desk.changedSince(null);
    boolean files = all.isEmpty() || chance.nextInt(3) == 0;
    if (files && filed < COMPLAINTS_MAX) {
      file(1);
    } else if (!all.isEmpty()) {
      Complaint touched = all.get(chance.nextInt(all.size()));
      if (chance.nextInt(Act.rarity(touched.status())) == 0) {
        act(touched, Act.next(touched, chance));
      }
    }
  }

  private void act(Complaint complaint, Act act) {
    String id = complaint.id();
    switch (act) {
      case VERIFY -> desk.verify(id);
      case ASSIGN -> desk.assign(id, institutions.get(chance.nextInt(institutions.size())).id());
      case POSTPONE -> desk.postpone(id, "");
      case ARCHIVE -> {
        int which = chance.nextInt(ARCHIVED.size());
        desk.close(id, ARCHIVED.get(which), ARCHIVE_REASONS.get(which));
      }
      case BLOCK -> desk.close(id, Status.BLOCKED);
      case REPLY -> desk.reply(id, REPLIES.get(chance.nextInt(REPLIES.size())), List.of());
      case CLOSE_BY_SYSTEM -> desk.close(id, Status.CLOSED_BY_SYSTEM);
      case CLOSE_BY_ADMIN -> desk.close(id, Status.CLOSED_BY_ADMIN);
      case CLOSE_BY_REPORTER -> desk.close(id, Status.CLOSED_BY_REPORTER);
      case REOPEN -> desk.reopen(id);
      case EDIT ->
          desk.edit(id, titleCased(complaint.filed().title()), complaint.filed().content());
    }
  }

  /** As the portal's "Smartcase" writes titles. */
  static String titleCased(String title) {
    var cased = new StringBuilder();
    boolean starts = true;
    for (int i = 0; i < title.length(); i++) {
      char each = title.charAt(i);
      cased.append(starts ? Character.toUpperCase(each) : Character.toLowerCase(each));
      starts = Character.isWhitespace(each);
    }
    return cased.toString();
  }

  /** A complaint may be removed between the look and the act; the next step does better. */
  private void safeStep() {
    try {
      step();
    } catch (RuntimeException e) {
      LOG.warn("a step of the officers failed", e);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "portal-officers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
