package id.aduan.lapor.json;

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
public final class Expression {
  public static final int LENGTH_MAX = 4096;
  private static final long MILLIS_MAX = 1000;
  private static final int DEPTH_MAX = 100;
  private static final Pattern REFUSED =
      Pattern.compile("\\$(?:eval|pad)\\b|\\bfunction\\s*\\(|\u03bb");

  /**
   * What text of others could keep busy for long: a pattern (it stands where a value may begin),
   * and a range, whose length may be a number in that text.
   */
  private static final Pattern REFUSED_OVER_TEXTS_OF_OTHERS =
      Pattern.compile("(?:^|[(,\\[{:?=>&|+*<-])\\s*/|\\.\\.");

  private final Jsonata compiled;

  private Expression(Jsonata compiled) {
    this.compiled = compiled;
  }

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException for what is no expression, or is not allowed; the message fits
   *     behind the name of the setting
   */
  public static Expression compile(String text) {
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
   * The same for an expression whose input anybody may have written: no patterns and no ranges.
   *
   * @throws IllegalArgumentException as above
   */
  public static Expression compileOverTextsOfOthers(String text) {
    if (REFUSED_OVER_TEXTS_OF_OTHERS.matcher(text).find()) {
      throw new IllegalArgumentException(
          "must not use patterns (/.../) or ranges (..): a hostile text could make them endless");
    }
    return compile(text);
  }

  /**
   * The value over this input: a map, list, text, number or boolean, or null where there is none.
   *
   * @param input made of the same kinds of values; not changed
   */
  public @Nullable Object evaluate(@Nullable Object input) throws ExpressionFailure {
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
  public boolean isTrue(@Nullable Object input) throws ExpressionFailure {
    return Boolean.TRUE.equals(evaluate(input));
  }

  private static String code(JException e) {
    String code = String.valueOf(e.getError());
    return code.matches("[A-Z][0-9]{4}") ? code : "no code";
  }
}
