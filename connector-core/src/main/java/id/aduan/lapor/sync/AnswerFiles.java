package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.portal.PortalFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of an agency's answer from that agency's own system, at most as many and as
 * large as the rules say. Safe for use by many threads.
 */
public final class AnswerFiles {
  private static final int NAME_CHARACTERS_MAX = 100;

  private final Map<AgencyCode, AgencyAdapter> adapters;
  private final ReplyRules rules;

  public AnswerFiles(Map<AgencyCode, AgencyAdapter> adapters, ReplyRules rules) {
    this.adapters = Map.copyOf(adapters);
    this.rules = rules;
  }

  /**
   * What could be had.
   *
   * @param answer as it can go out: with the files that are here, and what is missing said in words
   * @param missing which and why, by their place; no names
   */
  record Gathered(FollowUp answer, List<PortalFile> files, List<String> missing) {}

  Gathered gather(FollowUp answer) {
    @Nullable AgencyAdapter adapter = adapters.get(answer.agency());
    List<PortalFile> files = new ArrayList<>();
    List<Attachment> here = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int count = answer.attachments().size();
    for (int i = 0; i < count; i++) {
      Attachment attachment = answer.attachments().get(i);
      String name = name(attachment, i);
      AgencyFile file =
          adapter == null
              ? new AgencyFile.Missing("agency.unknown")
              : files.size() >= rules.filesMax()
                  ? new AgencyFile.Missing("more-than-" + rules.filesMax())
                  : adapter.file(attachment, rules.fileBytesMax());
      if (file instanceof AgencyFile.Here got) {
        files.add(new PortalFile(name, got.type(), got.bytes()));
        here.add(attachment);
      } else {
        names.add(name);
        String why = ((AgencyFile.Missing) file).why();
        missing.add("file %d of %d: %s".formatted(i + 1, count, why));
      }
    }
    FollowUp sent = missing.isEmpty() ? answer : answer.worded(told(answer, names)).filed(here);
    return new Gathered(sent, files, missing);
  }

  /** For the citizen, who would look for them. */
  private static String told(FollowUp answer, List<String> names) {
    return answer.content().stripTrailing()
        + names.stream()
            .collect(Collectors.joining(", ", "\n\n(Lampiran yang tidak dapat disertakan: ", ")"));
  }

  private static String name(Attachment attachment, int place) {
    String name = attachment.fileName().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
    int end =
        name.offsetByCodePoints(
            0, Math.min(NAME_CHARACTERS_MAX, name.codePointCount(0, name.length())));
    return name.isEmpty() ? "berkas " + (place + 1) : name.substring(0, end);
  }
}
