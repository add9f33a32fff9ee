package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.runner.answer.ImportOrder;
import id.aduan.lapor.runner.answer.ImportResult;
import id.aduan.lapor.runner.answer.ImportWork;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.ExportImport.Progress;
import id.aduan.lapor.sync.ExportOrder;
import java.nio.file.Path;
import java.util.Optional;

/** Exports imported by the connector itself, whether it runs or is only built. */
record ConnectorImport(LaporConnector connector) implements ImportWork {
  @Override
  public ImportResult run(Path file, ImportOrder order, Progress progress) {
    ExportImport imports = connector.exports().orElseThrow();
    ExportOrder ordered = new ExportOrder(Optional.of(order.operator()), order.generatedOn());
    return ImportResult.of(imports.run(file, ordered, progress));
  }
}
