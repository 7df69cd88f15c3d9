/** What Patroni and PostgreSQL accept, as data. */
module io.patronilint.schemas {
  requires transitive org.jspecify;

  exports io.patronilint.schemas.guc;
  exports io.patronilint.schemas.keys;
  exports io.patronilint.schemas.py;
}
