package id.aduan.lapor.simulator.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.LedgerEntry;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import java.util.TreeMap;

/** Writes a ledger line as JSON; no reporter and no text of a complaint. */
final class LedgerLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LedgerLine() {}

  static String of(OfferedComplaint line) {
    NewComplaint filed = line.complaint();
    return MAPPER
        .createObjectNode()
        .put("kind", "complaint")
        .put("at", line.at().toString())
        .put("complaint_id", line.complaintId())
        .put("category_id", filed.categoryId())
        .put("classification", filed.classification())
        .put("channel", filed.channel())
        .put("is_anonymous", filed.anonymous())
        .put("is_secret", filed.secret())
        .put("disposition_id", filed.dispositionId())
        .put("content_chars", filed.content().length())
        .put("files", filed.evidence().size())
        .toString();
  }

  static String of(LedgerEntry line) {
    return MAPPER
        .createObjectNode()
        .put("kind", line.kind().word())
        .put("at", line.at().toString())
        .put("complaint_id", line.complaintId())
        .put("what", line.what())
        .toString();
  }

  static String of(ReceivedFollowUp line) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("kind", "followup")
            .put("at", line.at().toString())
            .put("followup_id", line.followUpId())
            .put("complaint_id", line.complaintId())
            .put("institution_from_id", line.institutionFromId())
            .put("institution_to_id", line.institutionToId())
            .put("content", line.content());
    json.set("fields", MAPPER.valueToTree(new TreeMap<>(line.fields())));
    json.set("files", MAPPER.valueToTree(line.files()));
    return json.toString();
  }
}
