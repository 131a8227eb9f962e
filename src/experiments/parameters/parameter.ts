import { wordsOf, type Message } from '../../messages';
import { attributeOf } from './attribute';
import { ParameterError, parameterMessages as say } from './error';
import { isSame, textOf } from './values';

/** How a kind of value is read, checked, printed and shown. */
export interface Type<Value> {
  /** The value's type in TypeScript, for declarations and the documentation. */
  readonly typescript: string;
  /** What it takes, as the end of a sentence. */
  readonly takes: Message;
  /**
   * What an attribute's text stands for, to be checked; a text that stands for nothing is handed through.
   * @throws {CodedError} where a text is in doubt
   */
  parse(text: string): unknown;
  /**
   * The value, of the right type and in range.
   * @throws {CodedError} with the reason, or `NOT_TAKEN` where `takes` says it all
   */
  check(value: unknown): Value;
  /** The text of an attribute that stands for the value. */
  print(value: Value): string;
  /** The control that shows it. */
  readonly control: Control;
  /** Texts that it takes and does not take, for tests. */
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

/** How a control looks: a text field, with a slider of the given scale beside it, a menu, or cells. */
export type Control =
  | { kind: 'field'; content: 'number' | 'text' | 'long'; slider?: SliderScale }
  | { kind: 'menu'; choices: readonly string[] }
  | { kind: 'area' }
  | FormulaControl;

/** A field for a formula, which shows it as it is typed, and others to choose from. */
export interface FormulaControl {
  kind: 'formula';
  /** What stands there, as MathML, and how it is read where it could be read otherwise; or why it cannot be read, and where. */
  read(
    text: string,
  ):
    | { markup: string; notes: readonly Message[] }
    | { refused: Message | string; position: number; length: number; markup?: undefined };
  /** Formulas to choose from, and how each looks; loaded when somebody wants to see them. */
  gallery(): Promise<FormulaGallery>;
  /** The names of functions that a formula may call. */
  functions: readonly string[];
}

export interface FormulaGallery {
  examples: readonly FormulaExample[];
  curve(text: string): FormulaCurve;
}

export interface FormulaExample {
  title: Message;
  text: string;
}

/** A function as a small picture: a path in a square of side 1, and where its minima are. */
export interface FormulaCurve {
  path: string;
  minima: readonly (readonly [x: number, y: number])[];
}

/** A slider's ends and how its positions are spread. */
export interface SliderScale {
  minimum: number;
  maximum: number;
  scale: 'linear' | 'log';
  isInteger: boolean;
}

export const NOT_TAKEN = new Error('not taken');

export interface About<Value> {
  /** In English; a translation addresses it by `<experiment>.<parameter>.label`. */
  label: string;
  /** One line for a person who has never seen this parameter. */
  help: string;
  default: Value;
  /** A letter, as in formulas. */
  unit?: string;
  /** The views that alone depend on it, or `none` where no computation does; left out, everything is computed anew. */
  view?: string | readonly string[];
  /** While it is dragged, views that can hurry go along; all is computed anew once it rests. */
  isLive?: boolean;
  /** Where its control stands: always in sight, behind "More settings" or nowhere (the views themselves move it). */
  control?: 'shown' | 'more' | 'none';
  /** What linked elements match it by, besides its type: `learning-rate`, `seed`, ... */
  quantity?: string;
  /** What counts where it follows from other values: linked elements share that. */
  inForce?(values: Readonly<Record<string, unknown>>): unknown;
  /** Whether it means anything beside these values; its control is hidden where it does not. */
  applies?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** English names of choices in menus, where they differ from the attribute's text. */
  names?: Readonly<Record<string, string>>;
}

/**
 * A parameter of an experiment, with everything about it. From a list of these come an element's attributes,
 * properties and controls, the keys in the URL, the messages, and the tables of the documentation.
 */
export class Parameter<Name extends string = string, Value = unknown> {
  /** kebab-case: `learning-rates`. */
  readonly attribute: string;
  readonly control: 'shown' | 'more' | 'none';

  /** @param name camelCase: `learningRates` */
  constructor(
    readonly name: Name,
    readonly type: Type<Value>,
    readonly about: About<Value>,
  ) {
    this.attribute = attributeOf(name);
    this.control = about.control ?? 'shown';
  }

  get default(): Value {
    return this.about.default;
  }

  /** The view that alone depends on it; see `About`. */
  get view(): string | readonly string[] | undefined {
    return this.about.view;
  }

  /**
   * The value of an attribute's text.
   * @throws {ParameterError}
   */
  parse(text: string): Value {
    return this.#taken(() => this.type.parse(text.trim()), text);
  }

  /**
   * Hands a value of the right type and range through; a text is parsed.
   * @throws {ParameterError}
   */
  check(value: unknown): Value {
    return typeof value === 'string' ? this.parse(value) : this.#taken(() => value, value);
  }

  /** Whether it can have this value. */
  takes(value: unknown): boolean {
    try {
      this.check(value);
      return true;
    } catch {
      return false;
    }
  }

  #taken(read: () => unknown, given: unknown): Value {
    try {
      return this.type.check(read());
    } catch (error) {
      throw this.refuse(
        given,
        error === NOT_TAKEN ? this.type.takes : say('because', { takes: this.type.takes, reason: wordsOf(error) }),
      );
    }
  }

  /** The error that says that a value cannot be used, and what would be taken in its place. */
  refuse(value: unknown, takes: Message): ParameterError {
    return new ParameterError(this.attribute, textOf(value), takes);
  }

  /** The text of the attribute: `parse` gives the same value back. A value that cannot be taken is written as it can be. */
  print(value: unknown): string {
    try {
      return typeof value === 'string' ? value : this.type.print(this.type.check(value));
    } catch {
      return textOf(value);
    }
  }

  /** Whether a value is the default. */
  isDefault(value: unknown): boolean {
    return isSame(value, this.default) || this.print(value) === this.print(this.default);
  }

  /** The same parameter that may also be left empty, which is `null` and its default. */
  optional(): Parameter<Name, Value | null> {
    const { type } = this;
    return this.#as<Value | null>(null, {
      ...type,
      typescript: `${type.typescript} | null`,
      takes: say('orNothing', { takes: type.takes }),
      parse: (text) => (text === '' ? null : type.parse(text)),
      check: (value) => (value === null || value === undefined ? null : type.check(value)),
      print: (value) => (value === null ? '' : type.print(value)),
      good: ['', ...type.good],
      bad: type.bad.filter((text) => text.trim() !== ''),
    });
  }

  /** The same parameter that may also be `auto`, its default: the experiment works the value out. */
  orAuto(): Parameter<Name, Value | 'auto'> {
    const { type } = this;
    return this.#as<Value | 'auto'>('auto', {
      ...type,
      typescript: `${type.typescript} | 'auto'`,
      takes: say('autoOr', { takes: type.takes }),
      parse: (text) => (text === 'auto' ? text : type.parse(text)),
      check: (value) => (value === 'auto' ? value : type.check(value)),
      print: (value) => (value === 'auto' ? 'auto' : type.print(value as Value)),
      good: ['auto', ...type.good],
      bad: [...type.bad, 'automatic'],
    });
  }

  #as<Wider>(home: Wider, type: Type<Wider>): Parameter<Name, Wider> {
    return new Parameter<Name, Wider>(this.name, type, { ...this.about, default: home } as unknown as About<Wider>);
  }
}

/** Any parameter, whatever its value. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `check` and `print` make a parameter invariant in its value
export type AnyParameter = Parameter<string, any>;

/** The plain object of values that a list of parameters describes. */
export type ValuesOf<List extends readonly AnyParameter[]> = {
  -readonly [P in List[number] as P['name']]: P extends Parameter<string, infer Value> ? Value : never;
};

/** Each parameter at its default. */
export function defaultsOf<const List extends readonly AnyParameter[]>(list: List): ValuesOf<List> {
  return Object.fromEntries(list.map((parameter) => [parameter.name, parameter.default])) as ValuesOf<List>;
}

/**
 * The values of a list of parameters, checked.
 * @throws {ParameterError} for the first one that cannot be taken
 */
export function checkAll(list: readonly AnyParameter[], given: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(list.map((parameter) => [parameter.name, parameter.check(given[parameter.name])]));
}
