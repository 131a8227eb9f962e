import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import { typeInto, type TypedField } from '../../charts/kit/typed';

class Typed extends Directive {
  override render(_field: TypedField): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [field]: [TypedField]): unknown {
    typeInto(element as HTMLInputElement, field);
    return noChange;
  }
}

/** Makes an `<input>` a field that can be followed while it is typed. */
export const typed = directive(Typed);
