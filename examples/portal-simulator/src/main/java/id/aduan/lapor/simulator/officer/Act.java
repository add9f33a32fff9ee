package id.aduan.lapor.simulator.officer;

import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.Status;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an admin or a reporter may do next to a complaint. */
enum Act {
  VERIFY,
  ASSIGN,
  POSTPONE,
  ARCHIVE,
  BLOCK,
  REPLY,
  CLOSE_BY_SYSTEM,
  CLOSE_BY_ADMIN,
  CLOSE_BY_REPORTER,
  REOPEN,
  EDIT;

  /**
   * Chooses, as often as it happens in life; a complaint that an agency has not answered is not
   * closed.
   */
  static Act next(Complaint complaint, RandomGenerator chance) {
    List<Act> likely =
        switch (complaint.status()) {
          case UNVERIFIED ->
              List.of(ASSIGN, ASSIGN, ASSIGN, VERIFY, VERIFY, POSTPONE, ARCHIVE, BLOCK, EDIT);
          case POSTPONED -> List.of(REPLY, REPLY, ASSIGN, ARCHIVE);
          case VERIFIED ->
              complaint.institution() == null
                  ? List.of(ASSIGN, ASSIGN, EDIT)
                  : List.of(REPLY, EDIT, POSTPONE, ASSIGN);
          case FOLLOWED_UP ->
              List.of(
                  CLOSE_BY_SYSTEM,
                  CLOSE_BY_SYSTEM,
                  CLOSE_BY_SYSTEM,
                  CLOSE_BY_REPORTER,
                  CLOSE_BY_ADMIN,
                  REPLY,
                  REPLY);
          case ANSWERED_BY_REPORTER -> List.of(CLOSE_BY_ADMIN, ASSIGN, REPLY);
          case CLOSED_BY_SYSTEM, CLOSED_BY_REPORTER, CLOSED_BY_ADMIN -> List.of(REOPEN, REPLY);
          case ARCHIVED_BY_SYSTEM, ARCHIVED_BY_ADMIN, ARCHIVED_BY_REPORTER, BLOCKED ->
              List.of(REOPEN);
        };
    return likely.get(chance.nextInt(likely.size()));
  }

  /** How much rarer than others a complaint in this state is touched at all. */
  static int rarity(Status status) {
    return status.isClosed() ? 10 : 1;
  }
}
