/** Pastes lines, as those of a spreadsheet, into a field of one line, which would run them together. */
export function pasteRows(event: ClipboardEvent): void {
  const lines = (event.clipboardData?.getData('text/plain') ?? '').trim().split(/\s*[\r\n]\s*/);
  if (lines.length === 1) return;
  event.preventDefault();
  const field = event.target as HTMLInputElement;
  field.setRangeText(lines.join('; '), field.selectionStart!, field.selectionEnd!, 'end');
  // What a script enters ends in no change by itself.
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
