/** Copies a text and says on the button whether it could be. */
export async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard?.writeText(text).then(
    () => (button.textContent = 'Copied'),
    () => (button.textContent = 'Select and copy by hand'),
  );
}

/** Gives every piece of code on a page a button that copies it. */
export function offerCopies(page: Document): void {
  for (const box of page.querySelectorAll('.code')) {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => void copy(box.querySelector('code')!.textContent, button));
    box.append(button);
  }
}

/** Puts a text into a piece of code that is filled; what was copied before is another text. */
export function fill(box: Element, text: string): void {
  const code = box.querySelector('code')!;
  if (code.textContent === text) return;
  code.textContent = text;
  box.querySelector('button')!.textContent = 'Copy';
}
