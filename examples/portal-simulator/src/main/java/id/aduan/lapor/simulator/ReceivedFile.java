package id.aduan.lapor.simulator;

/** A file that came with a follow-up: what arrived, without its bytes. */
public record ReceivedFile(
    String field, String fileName, String contentType, int bytes, String sha256) {}
