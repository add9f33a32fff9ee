package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops a file that nests too deep or unfolds without end, before a tree is built of it. */
final class GuardedParser implements Parser {

  private final Parser parser;
  private final Source source;
  private final YamlLimits limits;
  private final Deque<Boolean> anchored = new ArrayDeque<>();
  private int anchoredOpen;
  private int aliases;
  private int documents;

  GuardedParser(Parser parser, Source source, YamlLimits limits) {
    this.parser = parser;
    this.source = source;
    this.limits = limits;
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    if (event instanceof CollectionStartEvent start) {
      open(start);
    } else if (event instanceof CollectionEndEvent) {
      anchoredOpen -= anchored.pop() ? 1 : 0;
    } else if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), scalar);
    } else if (event instanceof AliasEvent alias) {
      countAlias(alias);
    } else if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw new Stopped(event, "only one document may stand in a file", "remove the line '---'");
    }
    return event;
  }

  private void open(CollectionStartEvent start) {
    refuseTag(start.getTag(), start);
    anchored.push(start.getAnchor().isPresent());
    anchoredOpen += start.getAnchor().isPresent() ? 1 : 0;
    if (anchored.size() > limits.nestingMax()) {
      throw new Stopped(start, "more than " + limits.nestingMax() + " levels of nesting", "");
    }
  }

  private void countAlias(AliasEvent alias) {
    if (anchoredOpen > 0) {
      throw new Stopped(alias, "an alias must not stand inside an anchored value", "write it out");
    }
    if (++aliases > limits.aliasesMax()) {
      throw new Stopped(alias, "more than " + limits.aliasesMax() + " aliases", "write them out");
    }
  }

  private void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent()) {
      Position at = Position.of(event.getStartMark());
      source.problem(
          at, "a value that starts with '!' is a tag, which is not supported", "put it in quotes");
    }
  }

  /** Reading ends here. Never leaves this package. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Mark> mark;
    private final String hint;

    Stopped(Event event, String message, String hint) {
      super(message, null, false, false);
      this.mark = event.getStartMark();
      this.hint = hint;
    }

    void tell(Source source) {
      source.problem(Position.of(mark), String.valueOf(getMessage()), hint);
    }
  }
}
