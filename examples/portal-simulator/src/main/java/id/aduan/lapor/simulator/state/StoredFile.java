package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;

/**
 * A file that the portal keeps.
 *
 * @param id what the upload call answers
 * @param key 32 random hex digits that make the path unguessable
 */
public record StoredFile(int id, String key, EvidenceFile file) {
  /** Where it can be fetched, relative to the portal's root; plain ASCII whatever the name was. */
  public String path() {
    return "/berkas/" + key + "/" + file.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
