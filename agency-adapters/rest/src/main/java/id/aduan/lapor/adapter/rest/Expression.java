package id.aduan.lapor.adapter.rest;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression of the configuration, compiled before start. It never comes from the wire,
 * and it runs within bounds: what could outrun them (own functions, {@code $eval}, {@code $pad}) is
 * refused when it is compiled.
 *
 * <p>Safe for use by many threads.
 */
final class Expression {
  static final int LENGTH_MAX = 4096;
  private static final long MILLIS_MAX = 1000;
  private static final int DEPTH_MAX = 100;
  private static final Pattern REFUSED =
      Pattern.compile("\\$(?:eval|pad)\\b|\\bfunction\\s*\\(|\u03bb");

  private final Jsonata compiled;

  private Expression(Jsonata compiled) {
    this.compiled = compiled;
  }

  /**
   * @throws IllegalArgumentException for what is no expression, or is not allowed; the message fits
   *     behind the name of the setting
   */
  static Expression compile(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("is longer than " + LENGTH_MAX + " characters");
    }
    if (REFUSED.matcher(text).find()) {
      throw new IllegalArgumentException("must not define functions or use $eval or $pad");
    }
    try {
      return new Expression(Jsonata.jsonata(text));
    } catch (JException e) {
      throw new IllegalArgumentException(
          "is not JSONata: %s at character %d".formatted(e.getError(), e.getLocation()), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("is nested too deep", e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("is not JSONata", e);
    }
  }

  /**
   * The value over this input: a map, list, text, number or boolean, or null where there is none.
   *
   * @param input made of the same kinds of values; not changed
   */
  @Nullable Object evaluate(@Nullable Object input) throws ExpressionFailure {
    Jsonata.Frame frame = compiled.createFrame();
    frame.setRuntimeBounds(MILLIS_MAX, DEPTH_MAX);
    try {
      return compiled.evaluate(input, frame);
    } catch (JException e) {
      // Its message may quote the input, which is about a person.
      throw new ExpressionFailure("failed with " + code(e));
    } catch (StackOverflowError e) {
      throw new ExpressionFailure("went too deep");
    } catch (RuntimeException e) {
      throw new ExpressionFailure("failed with " + e.getClass().getSimpleName());
    }
  }

  /** Whether the expression gives true, and nothing that merely counts as true. */
  boolean isTrue(@Nullable Object input) throws ExpressionFailure {
    return Boolean.TRUE.equals(evaluate(input));
  }

  private static String code(JException e) {
    String code = String.valueOf(e.getError());
    return code.matches("[A-Z][0-9]{4}") ? code : "no code";
  }
}
