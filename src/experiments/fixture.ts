/** What the tests of all elements need to know of one; `<name>/fixture.ts` exports it as `fixture`. Nothing that ships imports it. */
export interface Fixture {
  /** Attributes with which every picture is computed in a moment, on the engine that is the same on every machine. */
  quick: Readonly<Record<string, string>>;
  /** The same for the pictures that are compared and stand on the front page's card, where `quick` has a problem that is less to look at. */
  compared?: Readonly<Record<string, string>>;
  /** Values to switch to and back, by attribute, of parameters that are no menus: where the data come from, say. */
  switches?: Readonly<Record<string, readonly string[]>>;
  /** The sheet's statements that this lab has found wrong. */
  differs?: readonly string[];
  /** Attributes with which an element says something else: other pictures, other notes in them. */
  scenes?: readonly Readonly<Record<string, string>>[];
  /** Attributes that are each fine but are refused together, or by what is computed from them. */
  refused?: readonly Readonly<Record<string, string>>[];
  /** Names that stand in pictures and messages and are nobody's to translate. */
  names?: readonly string[];
}
