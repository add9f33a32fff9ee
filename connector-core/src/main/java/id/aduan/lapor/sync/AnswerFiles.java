package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.portal.PortalFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of an agency's answer from that agency's own system, at most as many and as
 * large as the rules say. Where files are looked at, one that a citizen could not open safely stays
 * behind, and the others are called what they are by their content; none is changed. Safe for use
 * by many threads.
 */
public final class AnswerFiles {
  private final Map<AgencyCode, AgencyAdapter> adapters;
  private final ReplyRules rules;
  private final AnswerLook looks;
  private final Enclosures enclosures;

  /**
   * Makes it.
   *
   * @param looks who looks at them; empty where nobody does
   */
  public AnswerFiles(
      Map<AgencyCode, AgencyAdapter> adapters, ReplyRules rules, Optional<FileRules> looks) {
    this.looks = new AnswerLook(looks);
    this.enclosures = new Enclosures(looks, rules);
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

  /**
   * Gathers them: first those that a person put to it, which never stay behind.
   *
   * @throws UncheckedIOException when there is no room here to look at one
   * @throws id.aduan.lapor.failure.StoreException when one that a person put to it is not here
   */
  Gathered gather(FollowUp answer) {
    @Nullable AgencyAdapter adapter = adapters.get(answer.agency());
    List<PortalFile> files = new ArrayList<>(enclosures.files(answer));
    List<Attachment> here = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int count = answer.attachments().size();
    for (int i = 0; i < count; i++) {
      Attachment attachment = answer.attachments().get(i);
      String name = AnswerLook.name(attachment.fileName(), i + 1);
      AgencyFile file =
          adapter == null
              ? new AgencyFile.Missing("agency.unknown")
              : files.size() >= rules.filesMax()
                  ? new AgencyFile.Missing("more-than-" + rules.filesMax())
                  : adapter.file(attachment, rules.fileBytesMax());
      Looked looked =
          file instanceof AgencyFile.Here got
              ? look(name, got)
              : new Looked(Optional.empty(), ((AgencyFile.Missing) file).why());
      if (looked.file().isPresent()) {
        files.add(looked.file().get());
        here.add(attachment);
      } else {
        names.add(name);
        missing.add("file %d of %d: %s".formatted(i + 1, count, looked.why()));
      }
    }
    FollowUp sent = missing.isEmpty() ? answer : answer.worded(told(answer, names)).filed(here);
    return new Gathered(sent, files, missing);
  }

  /** A file that goes; or why it does not. */
  private record Looked(Optional<PortalFile> file, String why) {}

  private Looked look(String name, AgencyFile.Here got) {
    try {
      AnswerLook.Seen seen = looks.at(name, got.type(), got.bytes());
      return seen.blocked()
          .map(why -> new Looked(Optional.empty(), why))
          .orElseGet(
              () ->
                  new Looked(
                      Optional.of(new PortalFile(seen.name(), seen.type(), got.bytes())), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the citizen, who would look for them. */
  private static String told(FollowUp answer, List<String> names) {
    return answer.content().stripTrailing()
        + names.stream()
            .collect(Collectors.joining(", ", "\n\n(Lampiran yang tidak dapat disertakan: ", ")"));
  }
}
