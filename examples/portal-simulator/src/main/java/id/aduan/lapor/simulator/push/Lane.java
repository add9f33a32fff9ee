package id.aduan.lapor.simulator.push;

import java.util.ArrayDeque;
import java.util.Deque;

/** The events of one complaint that wait for their turn, in order. Guarded by its queue. */
final class Lane {
  final Deque<PushEvent> waiting = new ArrayDeque<>();
  boolean busy;
  int failures;
}
