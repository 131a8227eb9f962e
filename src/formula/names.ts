/** Which names a formula may use besides functions and the constants pi and e. */
export interface Names {
  variables: readonly string[];
  /** Names that stand for a number. */
  parameters?: Readonly<Record<string, number>>;
  /** Whether any single letter may be a variable too, but for e. */
  letters?: boolean;
  /** How many variables may be told apart by an index, as x1 and x2; none where it is left out. */
  most?: 1 | 2;
}
