package id.aduan.lapor.delivery;

/** An entry that was claimed, and the share under which it was. */
record Claimed(Envelope envelope, Share share) {}
