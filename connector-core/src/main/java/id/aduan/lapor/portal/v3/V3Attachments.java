package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.portal.profile.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a complaint or an entry: a list, or a map of numbers with a list {@code docs} in it
 * (portal-wire 2.8).
 */
final class V3Attachments {
  private static final int FILES_MAX = 100;
  private static final int DEPTH_MAX = 3;
  private final URI base;
  private final Field url;
  private final Field name;

  V3Attachments(V3Settings settings, Field url, Field name) {
    this.base = settings.uri("/");
    this.url = url;
    this.name = name;
  }

  /** All files below a node, however they lie, at most 100. */
  List<Attachment> below(JsonNode node) {
    List<Attachment> files = new ArrayList<>();
    collect(node, files, 0);
    return files;
  }

  private void collect(JsonNode node, List<Attachment> files, int depth) {
    if (depth > DEPTH_MAX || files.size() >= FILES_MAX) {
      return;
    }
    String address = node.isObject() ? url.text(node) : "";
    if (!address.isEmpty()) {
      files.add(new Attachment(name.text(node), absolute(address)));
      return;
    }
    for (JsonNode each : node) {
      collect(each, files, depth + 1);
    }
  }

  /** A path alone lies below the address that we call. */
  private String absolute(String address) {
    try {
      return base.resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address; // it is no address, and whoever fetches it says so
    }
  }
}
