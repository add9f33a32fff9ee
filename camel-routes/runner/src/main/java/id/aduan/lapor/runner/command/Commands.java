package id.aduan.lapor.runner.command;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands each its surroundings. */
final class Commands implements IFactory {
  private static final Map<Class<?>, Function<Surroundings, ?>> MADE =
      Map.ofEntries(
          made(RunCommand.class, RunCommand::new),
          made(ValidateCommand.class, ValidateCommand::new),
          made(CheckCommand.class, CheckCommand::new),
          made(StatusCommand.class, StatusCommand::new),
          made(ReconcileCommand.class, ReconcileCommand::new),
          made(ShowCommand.class, ShowCommand::new),
          made(ExplainCommand.class, ExplainCommand::new),
          made(DeadlinesCommand.class, DeadlinesCommand::new),
          made(LetterCommand.class, LetterCommand::new),
          made(ReportCommand.class, ReportCommand::new),
          made(DeadlineDraftCommand.class, DeadlineDraftCommand::new),
          made(DeadlineOrderCommand.RecordEvent.class, DeadlineOrderCommand.RecordEvent::new),
          made(DeadlineOrderCommand.Extend.class, DeadlineOrderCommand.Extend::new),
          made(ParkedListCommand.class, ParkedListCommand::new),
          made(ParkedShowCommand.class, ParkedShowCommand::new),
          made(ParkedReplayCommand.class, ParkedReplayCommand::new),
          made(ParkedDiscardCommand.class, ParkedDiscardCommand::new),
          made(FileCommand.class, FileCommand::new),
          made(FileListCommand.class, FileListCommand::new),
          made(FileShowCommand.class, FileShowCommand::new),
          made(FileResolveCommand.class, FileResolveCommand::new),
          made(RepliesListCommand.class, RepliesListCommand::new),
          made(ReplyShowCommand.class, ReplyShowCommand::new),
          made(ReplyOrderCommand.Approve.class, ReplyOrderCommand.Approve::new),
          made(ReplyOrderCommand.Reject.class, ReplyOrderCommand.Reject::new),
          made(CasesListCommand.class, CasesListCommand::new),
          made(CaseOrderCommand.Assign.class, CaseOrderCommand.Assign::new),
          made(CaseOrderCommand.GiveBack.class, CaseOrderCommand.GiveBack::new),
          made(FilesListCommand.class, FilesListCommand::new),
          made(FilesShowCommand.class, FilesShowCommand::new),
          made(FilesOrderCommand.Retry.class, FilesOrderCommand.Retry::new),
          made(FilesOrderCommand.Release.class, FilesOrderCommand.Release::new),
          made(FilesExportCommand.class, FilesExportCommand::new),
          made(StoreVerifyCommand.class, StoreVerifyCommand::new),
          made(StoreBackupCommand.class, StoreBackupCommand::new),
          made(AuditVerifyCommand.class, AuditVerifyCommand::new),
          made(AgenciesListCommand.class, AgenciesListCommand::new),
          made(AgencyOrderCommand.Pause.class, AgencyOrderCommand.Pause::new),
          made(AgencyOrderCommand.Resume.class, AgencyOrderCommand.Resume::new),
          made(AgencyOrderCommand.Off.class, AgencyOrderCommand.Off::new),
          made(ImportCommand.class, ImportCommand::new),
          made(MastersCommand.class, MastersCommand::new),
          made(ProfileCommand.class, ProfileCommand::new),
          made(MappingTryCommand.class, MappingTryCommand::new),
          made(MappingDiffCommand.class, MappingDiffCommand::new),
          made(MappingApplyCommand.class, MappingApplyCommand::new),
          made(MappingCoverageCommand.class, MappingCoverageCommand::new),
          made(MappingVersionsCommand.class, MappingVersionsCommand::new),
          made(MappingCategoriesCommand.class, MappingCategoriesCommand::new),
          made(MappingStarterCommand.class, MappingStarterCommand::new),
          made(SchemaCommand.class, SchemaCommand::new));

  private static <K> Map.Entry<Class<?>, Function<Surroundings, ?>> made(
      Class<K> type, Function<Surroundings, K> maker) {
    return Map.entry(type, maker);
  }

  private final Surroundings surroundings;

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Surroundings, ?> made = MADE.get(type);
    if (made != null) {
      return type.cast(made.apply(surroundings));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
