fn value_of(at: Runs) -> real {
  return value(at.x);
}
