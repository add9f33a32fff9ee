package id.aduan.lapor;

import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.ExportFolder;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.Exports;
import java.time.InstantSource;
import java.util.Optional;

/** What of a connector takes in exports of the portal. */
record ExportParts(Optional<ExportImport> imports, Optional<Watch> watch) {

  /** The folder that is looked at, and when. */
  record Watch(ExportFolder folder, Schedule schedule) {}

  static ExportParts of(
      Optional<Exports> how,
      CaseStore store,
      ComplaintIntake intake,
      boolean canAsk,
      InstantSource time) {
    Optional<ExportImport> imports =
        how.map(it -> new ExportImport(store, intake, it.opener(), canAsk, time));
    return new ExportParts(
        imports,
        how.flatMap(Exports::folder)
            .map(
                it ->
                    new Watch(
                        new ExportFolder(it.folder(), imports.orElseThrow(), time),
                        Schedule.ofPoll(Targets.EXPORTS, it.every()))));
  }

  void begin(PollTimer timer) {
    watch.ifPresent(it -> timer.begin(it.schedule(), it.folder()::lookOnce));
  }
}
