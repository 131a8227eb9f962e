export interface Token {
  kind: 'number' | 'name' | 'symbol' | 'end';
  /** What it means: other signs, raised digits and fractions are already brought to plain characters; a fraction is `1/2`. */
  text: string;
  /** Where it stands in the formula, and how many characters it spans there. */
  position: number;
  length: number;
  /** Of a variable that is told apart from another by its index. */
  index?: Index;
  /** How often a function is applied: a fourth root is two square roots. */
  times?: number;
  /** Whether it is a cell of a spreadsheet. */
  cell?: boolean;
}

/** A variable with an index: x1, x_1, x_{1}, x₁, x[0]; or a cell of a spreadsheet. */
export interface Index {
  letter: string;
  number: number;
  /** Whether nothing else can be meant: `x1` may be a power or a product. */
  isSure: boolean;
}
