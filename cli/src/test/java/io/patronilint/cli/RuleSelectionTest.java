package io.patronilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.core.finding.Severity;
import io.patronilint.core.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSelectionTest {

  private static final List<Rule> ALL =
      List.of(rule("backup/one"), rule("recovery/one"), rule("recovery/two"));

  @Test
  void takesAllUnlessTold() {
    assertThat(choose(List.of(), List.of()))
        .containsExactly("backup/one", "recovery/one", "recovery/two");
  }

  @Test
  void selectsRulesAndFamilies() {
    assertThat(choose(List.of("recovery"), List.of()))
        .containsExactly("recovery/one", "recovery/two");
    assertThat(choose(List.of("recovery/two", "backup"), List.of()))
        .containsExactly("backup/one", "recovery/two");
  }

  @Test
  void ignoresRulesAndFamilies() {
    assertThat(choose(List.of(), List.of("recovery"))).containsExactly("backup/one");
    assertThat(choose(List.of("recovery"), List.of("recovery/one")))
        .containsExactly("recovery/two");
  }

  @Test
  void syntaxIsAlwaysCheckedUnlessIgnored() {
    List<Rule> all = List.of(rule("recovery/one"), rule("syntax/one"), rule("syntax/two"));
    assertThat(RuleSelection.choose(all, List.of("recovery"), List.of("syntax/two")))
        .containsExactly(all.get(0), all.get(1));
  }

  @Test
  void aRuleNamedByItsIdBeatsAnIgnoredFamily() {
    assertThat(choose(List.of("recovery/one", "backup"), List.of("recovery")))
        .containsExactly("backup/one", "recovery/one");
  }

  @Test
  void saysWhatMayHaveBeenMeant() {
    assertThatThrownBy(() -> choose(List.of("recovery/tow"), List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "no rule or family is called 'recovery/tow' (--select);"
                + " did you mean 'recovery/two'?");
    assertThatThrownBy(() -> choose(List.of(), List.of("everything")))
        .hasMessage(
            "no rule or family is called 'everything' (--ignore); `patroni-lint rules` lists them");
  }

  private static List<String> choose(List<String> select, List<String> ignore) {
    return RuleSelection.choose(ALL, select, ignore).stream().map(r -> r.info().id()).toList();
  }

  private static Rule rule(String id) {
    return NeedleRule.of(id, Severity.ERROR, "x");
  }
}
