import type { AnyParameter } from '../experiments/parameters/parameter';

/** An element that may share parameters with others of its page. */
export interface Member {
  /** The group's name; empty for none. */
  readonly group: string;
  readonly parameterList: readonly AnyParameter[];
  /** Takes a value that another member has. */
  take(name: string, value: unknown): void;
}

interface Group {
  members: Set<Member>;
  /** The last values that were set, by quantity. */
  values: Map<string, unknown>;
}

const groups = new Map<string, Group>();

/**
 * One member's part in its group: what is set in one element is set in all others of the group that have a parameter of the same quantity
 * and take the value. What an element begins with stays until something is set.
 */
export class Sync {
  #group: Group | undefined;
  #name = '';

  constructor(readonly member: Member) {}

  /** Leaves the group that the member was in, enters its present one, and takes what was set there. */
  follow(): void {
    const name = this.member.group;
    if (name === this.#name) return;
    this.leave();
    if (name === '') return;
    this.#name = name;
    this.#group = groups.get(name) ?? { members: new Set(), values: new Map() };
    groups.set(name, this.#group);
    this.#group.members.add(this.member);
    for (const [quantity, value] of this.#group.values) give(this.member, quantity, value);
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
      this.#group.values.set(about.quantity, values[name]);
      for (const other of this.#group.members) if (other !== this.member) give(other, about.quantity, values[name]);
    }
  }
}

/** Gives a member a value for its parameter of this quantity; one of another type, or with another range, is left alone. */
function give(member: Member, quantity: string, value: unknown): void {
  const parameter = member.parameterList.find((one) => one.about.quantity === quantity && one.takes(value));
  if (parameter) member.take(parameter.name, value);
}
