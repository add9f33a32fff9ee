package id.aduan.lapor.runner.answer;

import java.nio.file.Path;

/**
 * All that may be done by a person or a local system, wherever it is asked for.
 *
 * @param uploads the folder of the files that are sent to be imported
 */
public record Acts(
    ParkedWork parked,
    ReconcileWork reconcile,
    FilingWork filings,
    ImportWork imports,
    MappingWork mapping,
    Path uploads) {}
