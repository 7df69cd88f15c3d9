package io.patronilint.core.text;

/**
 * A half-open range of a text, in UTF-16 code units from its beginning.
 *
 * @param start offset of the first unit
 * @param end offset behind the last unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) {

  /** Checks that the span is ordered and not negative. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Returns the empty span at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /**
   * Orders spans by where they start, then by where they end. (A comparator that {@code
   * Comparator.comparing} puts together is a class made at run time, which costs a short run much.)
   */
  public static int compare(Span a, Span b) {
    return a.start != b.start ? Integer.compare(a.start, b.start) : Integer.compare(a.end, b.end);
  }

  /** Returns the number of UTF-16 code units inside. */
  public int length() {
    return end - start;
  }

  /** Tells whether nothing is inside. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Tells whether {@code other} lies wholly inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Tells whether the two spans share at least one code unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
