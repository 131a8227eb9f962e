import type { Heights } from '../elements/room';

/** What the elements say of themselves: read from their schemas and comments when the site or the package is built. */

export interface Described {
  name: string;
  description: string;
}

export interface DescribedAttribute extends Described {
  attribute: string;
  /** As TypeScript has it. */
  type: string;
  default: string;
  values?: readonly string[];
}

/** A property, or a field of a result. */
export interface DescribedMember extends Described {
  type: string;
  readonly: boolean;
}

/** An interface of plain data. */
export interface DescribedInterface extends Described {
  fields: readonly DescribedMember[];
}

export interface DescribedMethod extends Described {
  /** `exportSVG(view: ViewName): string` */
  signature: string;
}

export interface DescribedElement {
  tag: string;
  className: string;
  title: string;
  /** The problem in a sentence or two. */
  description: string;
  attributes: readonly DescribedAttribute[];
  /** Properties that are no attributes. */
  properties: readonly DescribedMember[];
  methods: readonly DescribedMethod[];
  events: readonly Described[];
  parts: readonly Described[];
  heights: Heights;
  /** The fields of what `result` and `settled` give. */
  result: DescribedInterface;
}

export interface Description {
  elements: readonly DescribedElement[];
  /** The tasks and results of the engines. */
  contract: readonly DescribedInterface[];
  /** The custom properties that pages theme elements with; each with its default. */
  styles: readonly (Described & { default: string })[];
}
