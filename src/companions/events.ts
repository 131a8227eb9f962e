/** What the elements for running text tell the page, by the event's type. All bubble and are composed. */
export interface CompanionEvents {
  /** A task's answer was checked: what was answered, what is right, and how often it was tried. */
  'gd-answer': CustomEvent<{ given: string | number; expected: unknown; isRight: boolean; attempts: number }>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface of the DOM is widened this way
  interface HTMLElementEventMap extends CompanionEvents {}
}
