import type { AnyParameter } from '../experiments/parameters/parameter';
import { isSame } from '../experiments/parameters/values';

/** An element that may share parameters with others of its page. */
export interface Member {
  /** The group's name; empty for none. */
  readonly group: string;
  readonly element: Element;
  readonly parameterList: readonly AnyParameter[];
  /** Its values, with what stands for those that follow from others. */
  readonly resolved: Readonly<Record<string, unknown>>;
  /** Takes a value that another member has. */
  take(name: string, value: unknown): void;
}

/** A value that a group shares. */
interface Shared {
  value: unknown;
  /** The element that began with it; undefined once something was set. */
  origin?: { element: Element; isWritten: boolean };
}

interface Group {
  members: Set<Member>;
  /** By quantity. */
  values: Map<string, Shared>;
}

const groups = new Map<string, Group>();

/**
 * One member's part in its group: what is set in one element is set in all others of the group that have a parameter of the same quantity
 * and take the value. Until then all have what an attribute says, or else a default: that of the first element on the page.
 */
export class Sync {
  #group: Group | undefined;
  #name = '';

  constructor(readonly member: Member) {}

  /** Leaves the group that the member was in, enters its present one, and takes what is shared there. */
  follow(): void {
    const name = this.member.group;
    if (name === this.#name) return;
    this.leave();
    if (name === '') return;
    this.#name = name;
    this.#group = groups.get(name) ?? { members: new Set(), values: new Map() };
    groups.set(name, this.#group);
    this.#group.members.add(this.member);
    const { element, parameterList, resolved } = this.member;
    for (const parameter of parameterList) {
      const { name, attribute } = parameter;
      const { quantity } = parameter.about;
      if (quantity === undefined || !parameter.takes(resolved[name])) continue;
      const shared = this.#group.values.get(quantity);
      const origin = { element, isWritten: element.hasAttribute(attribute) };
      if (!shared || goesBefore(origin, shared)) this.#share(quantity, { value: resolved[name], origin });
      else give(this.member, quantity, shared.value);
    }
  }

  leave(): void {
    this.#group?.members.delete(this.member);
    if (this.#group?.members.size === 0) groups.delete(this.#name);
    this.#group = undefined;
    this.#name = '';
  }

  /** Parameters of the member were set. */
  moved(names: readonly string[], values: Readonly<Record<string, unknown>>): void {
    if (!this.#group) return;
    for (const { name, about } of this.member.parameterList) {
      if (about.quantity === undefined || !names.includes(name)) continue;
      if (!isSame(this.#group.values.get(about.quantity)?.value, values[name]))
        this.#share(about.quantity, { value: values[name] });
    }
  }

  #share(quantity: string, shared: Shared): void {
    this.#group!.values.set(quantity, shared);
    for (const other of this.#group!.members) if (other !== this.member) give(other, quantity, shared.value);
  }
}

/** Whether a group begins with what this element has, and not with what it shares so far. */
function goesBefore({ element, isWritten }: Required<Shared>['origin'], { origin }: Shared): boolean {
  if (!origin?.element.isConnected) return false;
  if (isWritten !== origin.isWritten) return isWritten;
  return Boolean(element.compareDocumentPosition(origin.element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Gives a member a value for its parameter of this quantity; one of another type, or with another range, is left alone. */
function give(member: Member, quantity: string, value: unknown): void {
  const parameter = member.parameterList.find((one) => one.about.quantity === quantity && one.takes(value));
  if (parameter) member.take(parameter.name, value);
}
