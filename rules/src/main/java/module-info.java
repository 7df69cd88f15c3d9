/** What is wrong: one rule, one class, one page, one folder of cases. */
module io.patronilint.rules {
  requires transitive io.patronilint.core;
  requires everit.json.schema;
  requires org.json;
  requires org.jspecify;

  exports io.patronilint.rules;
  exports io.patronilint.rules.restore;
}
