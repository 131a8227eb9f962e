/** A field for text that can be followed while it is typed. */
export interface TypedField {
  /** What stands in it, unless something else is being typed there. */
  text: string;
  /** Whether what was typed stands for the same value as a text. */
  isSame(typed: string, text: string): boolean;
  /** Takes what was typed, finished or not, and says whether it could be taken. */
  set(text: string, isTyping: boolean): boolean;
}

interface State {
  /** What stands for the value, taken or refused. */
  shown: string;
  isTyped: boolean;
  /** What stood there before it was typed over, and how to take what stands there now. */
  before: string;
  take(isTyping: boolean): void;
  /** What was typed last could not be taken. */
  isUnread?: boolean;
}
const states = new WeakMap<HTMLInputElement, State>();

/** Shows a value in its field. What is being typed there stays, until the value becomes another one. */
export function typeInto(field: HTMLInputElement, { text, isSame, set }: TypedField): void {
  const state = states.get(field) ?? { shown: text, isTyped: false, before: text, take: () => {} };
  states.set(field, state);
  state.isTyped &&= text === state.shown || isSame(field.value, text);
  state.shown = text;
  if (!state.isTyped && field.value !== text) field.value = text;
  const take = (state.take = (isTyping: boolean) => {
    state.isUnread = !set(field.value, isTyping);
    if (!state.isUnread || !isTyping) state.shown = field.value;
  });
  field.oninput = () => {
    if (!state.isTyped) state.before = state.shown;
    state.isTyped = true;
    // An empty field is the beginning of another value, also where nothing is a value.
    if (field.value.trim() && (state.isUnread || !isSame(field.value, state.shown))) take(true);
  };
  field.onchange = () => {
    const isTaken = state.isTyped && isSame(field.value, state.shown);
    state.isTyped = false;
    if (isTaken) field.value = state.shown;
    // What was followed while it was typed is now finished.
    if (!isTaken || state.isUnread === false) take(false);
    state.isUnread = undefined;
  };
}

/** Takes back what is being typed. @returns whether anything is */
export function takeBack(field: HTMLInputElement): boolean {
  const state = states.get(field);
  if (!state?.isTyped) return false;
  state.isTyped = false;
  field.value = state.before;
  state.take(false);
  return true;
}

const valueOf = (text: string) => Number(text.replace('\u2212', '-'));

/** Whether two texts stand for the same number. */
export const isSameNumber = (typed: string, text: string): boolean =>
  typed.trim() !== '' && valueOf(typed) === valueOf(text);
