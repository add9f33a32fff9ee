package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.odf.OdfVersion;
import id.aduan.lapor.yaml.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the section {@code documents} says.
 *
 * @param version which OpenDocument our documents say that they are (ODF-05)
 * @param attachments what becomes of the files of complaints
 * @param letters their templates, and whose they are
 * @param converter what makes copies in an open format (ODF-11)
 * @param report how recaps look
 */
public record DocumentsConfig(
    OdfVersion version,
    AttachmentsConfig attachments,
    LettersConfig letters,
    ConverterConfig converter,
    RecapConfig report) {

  /** The faults of templates: none of them keeps cases from being delivered. */
  public List<Problem> templateFaults() {
    return Stream.concat(
            letters.faults().values().stream().flatMap(List::stream), report.faults().stream())
        .distinct()
        .toList();
  }
}
