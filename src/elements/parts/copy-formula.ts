/** Copies a formula as the text that a field takes: of its markup alone, powers and fractions would be lost. */
export function copyFormula(event: ClipboardEvent): void {
  const formulas = [...(event.currentTarget as HTMLElement).querySelectorAll('math[alttext]')];
  if (formulas.length === 0) return;
  event.clipboardData?.setData('text/plain', formulas.map((formula) => formula.getAttribute('alttext')).join('\n'));
  event.preventDefault();
}
