package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.http.Content;

/**
 * A file on its way to an agency. Its text form shows neither name nor content.
 *
 * @param reference whose file it is
 * @param place which file of the case it is, from 1
 * @param name what it is called at the agency: begins with the reference and the place, so that no
 *     two of a case are alike and a look-up finds exactly this one; of safe characters alone, at
 *     most 120
 * @param type its media type by its content
 * @param sha256 of what goes out, in hexadecimal
 * @param content read as it goes out, and again from its beginning for each attempt
 */
public record OutgoingFile(
    Reference reference, int place, String name, String type, String sha256, Content content) {
  @Override
  public String toString() {
    return "OutgoingFile[" + reference + " " + place + ", " + content.length() + " bytes]";
  }
}
