package io.patronilint.core.yaml;

import io.patronilint.core.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Stands between the engine's scanner and its parser: notes places that events do not tell (dashes,
 * keys, colons, anchors and tags), and refuses what PyYAML's scanner refuses and the engine's
 * accepts.
 */
final class TokenTap implements Scanner {

  private final Scanner scanner;
  private final EngineInput input;
  private final String text;

  private @Nullable Token current;
  private int flowDepth;

  private int tokenStart;
  private int tokenEnd;
  private int dash = -1;
  private int keyStart = -1;
  private int colonEnd = -1;
  private int propertiesStart = -1;
  private int propertiesEnd = -1;

  TokenTap(Scanner scanner, EngineInput input, String text) {
    this.scanner = scanner;
    this.input = input;
    this.text = text;
  }

  /** Returns the offset of the dash that was taken last. */
  int dash() {
    return dash;
  }

  /** Returns and forgets where the key that comes now begins, or -1 if nothing marks it as one. */
  int takeKeyStart() {
    int start = keyStart;
    keyStart = -1;
    return start;
  }

  /** Returns the offset behind the colon that was taken last, or -1 before the first. */
  int colonEnd() {
    return colonEnd;
  }

  /** Returns where the token that was taken last begins. */
  int tokenStart() {
    return tokenStart;
  }

  /** Returns the offset behind all tokens taken so far. */
  int tokenEnd() {
    return tokenEnd;
  }

  /** Returns and forgets the place of the anchor and the tag of the node that comes now. */
  Span takeProperties() {
    Span span = new Span(Math.max(propertiesStart, 0), Math.max(propertiesEnd, 0));
    propertiesStart = -1;
    propertiesEnd = -1;
    return span;
  }

  int offset(Optional<Mark> mark) {
    return mark.isPresent() ? input.offset(mark.get().getIndex()) : tokenEnd;
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return peekToken().getTokenId() == choice;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    Token.ID id = peekToken().getTokenId();
    for (Token.ID choice : choices) {
      if (id == choice) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public Token peekToken() {
    Token token = current;
    if (token == null) {
      token = translated(scanner.peekToken());
      current = token;
    }
    return token;
  }

  @Override
  public boolean hasNext() {
    return scanner.hasNext();
  }

  @Override
  public Token next() {
    Token token = peekToken();
    scanner.next();
    current = null;
    note(token);
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  /** Turns the text that {@link EngineInput} made of an alias or anchor back into that. */
  private Token translated(Token token) {
    if (token.getTokenId() == Token.ID.Scalar && ((ScalarToken) token).isPlain()) {
      int start = offset(token.getStartMark());
      int end = offset(token.getEndMark());
      char c = text.charAt(start);
      if ((c == '*' || c == '&') && input.isAltered(start, start + 1)) {
        Anchor name = new Anchor(text.substring(start + 1, end));
        return c == '*'
            ? new AliasToken(name, token.getStartMark(), token.getEndMark())
            : new AnchorToken(name, token.getStartMark(), token.getEndMark());
      }
    }
    return token;
  }

  private void note(Token token) {
    int start = offset(token.getStartMark());
    int end = offset(token.getEndMark());
    if (input.hasTabs()) {
      refuseTab(tokenEnd, start);
    }
    tokenStart = start;
    tokenEnd = Math.max(tokenEnd, end);
    switch (token.getTokenId()) {
      case BlockEntry -> dash = start;
      case Key -> keyStart = start;
      case Value -> colonEnd = end;
      case Tag -> property(start, end);
      case Anchor -> {
        checkName(((AnchorToken) token).getValue().getValue(), start, end);
        property(start, end);
      }
      case Alias -> checkName(((AliasToken) token).getValue().getValue(), start, end);
      case FlowMappingStart, FlowSequenceStart -> flowDepth++;
      case FlowMappingEnd, FlowSequenceEnd -> flowDepth--;
      case Scalar -> {
        if (((ScalarToken) token).isPlain()) {
          checkPlain(start, end);
        }
      }
      default -> {}
    }
  }

  private void property(int start, int end) {
    if (propertiesStart < 0) {
      propertiesStart = start;
    }
    propertiesEnd = end;
  }

  /** PyYAML takes letters of ASCII, digits, dash and underscore only. */
  private static void checkName(String name, int start, int end) {
    for (int i = 0; i < name.length(); i++) {
      if (!EngineInput.isNameCharacter(name.charAt(i))) {
        throw new Refusal(
            YamlProblem.Kind.SYNTAX,
            new Span(start, end),
            "The name of an anchor or alias may hold the letters a to z, digits, - and _ only; put"
                + " quotes around the value if it is meant as text.");
      }
    }
  }

  private void checkPlain(int start, int end) {
    if (!input.hasTabs() && flowDepth == 0) {
      return;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        throw Complaints.tab(i);
      }
      if (c == '?' && flowDepth > 0) {
        throw new Refusal(
            YamlProblem.Kind.SYNTAX,
            new Span(i, i + 1),
            "PyYAML takes a ? between brackets or braces for the sign of a key; put quotes around"
                + " the text.");
      }
    }
  }

  /** Refuses a tab between two tokens, unless it stands in a comment. */
  void refuseTab(int from, int to) {
    boolean comment = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (CommentExtents.isBreak(c)) {
        comment = false;
      } else if (c == '#') {
        comment = true;
      } else if (c == '\t' && !comment) {
        throw Complaints.tab(i);
      }
    }
  }
}
