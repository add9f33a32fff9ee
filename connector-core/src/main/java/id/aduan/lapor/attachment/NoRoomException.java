package id.aduan.lapor.attachment;

import java.io.IOException;

/** There is too little room on the disk for another file; what is waiting waits on. */
public final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  NoRoomException(long free, long reserve) {
    super(free + " bytes are free where files are kept, and " + reserve + " are to stay free");
  }
}
