package id.aduan.lapor.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One node: a clock that may be wrong, and one life after another. */
final class Node {
  final String name;
  private final Course course;
  private final Function<Node, Life> birth;
  private Optional<Life> life = Optional.empty();

  /** How far its clock is ahead. */
  Duration ahead = Duration.ZERO;

  /** As by SIGSTOP: nothing of it goes on. */
  boolean still;

  Node(String name, Course course, Function<Node, Life> birth) {
    this.name = name;
    this.course = course;
    this.birth = birth;
  }

  Instant clock() {
    return course.now().plus(ahead);
  }

  /** The life that can be stepped now. */
  Optional<Life> stepped() {
    return still ? Optional.empty() : life;
  }

  boolean isUp() {
    return life.isPresent();
  }

  void start() {
    course.tell(name + " starts");
    Life born = birth.apply(this);
    life = Optional.of(born);
    if (!born.takesOver()) {
      life = Optional.empty();
    }
  }

  /** As by kill -9: what is not in the store is forgotten. */
  void die() {
    course.tell(name + " dies");
    course.count(Course.Fault.DEATH);
    life.ifPresent(Life::end);
    life = Optional.empty();
    still = false;
  }

  void stop() {
    course.tell(name + " is stopped");
    life.ifPresent(
        living -> {
          living.stop();
          living.end();
        });
    life = Optional.empty();
  }
}
